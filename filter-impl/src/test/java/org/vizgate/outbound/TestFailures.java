package org.vizgate.outbound;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Map;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What tests do with failures. */
public final class TestFailures {
    private TestFailures() {}

    static OutboundException failureOf(HttpSender sender, URI address) {
        return catchThrowableOfType(
                OutboundException.class, () -> sender.send(OutboundRequest.get(address, Map.of("X-Own", "SECRET"))));
    }

    /** Everything a log would show: the message, those of all causes, the stack traces. */
    public static String allOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
