package org.vizgate.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Senders as tests need them: ten seconds, 64 kB, direct, unless the test says otherwise. */
public final class TestSenders {
    static final int MAX_BODY_BYTES = 65_536;

    private TestSenders() {}

    public static HttpSender ordinary() {
        return within(Duration.ofSeconds(10));
    }

    public static HttpSender within(Duration deadline) {
        return new HttpSender(
                new HttpSender.Options(deadline, MAX_BODY_BYTES, Optional.empty(), false, Optional.empty()));
    }

    static HttpSender through(String proxy) {
        return new HttpSender(new HttpSender.Options(
                Duration.ofSeconds(10), MAX_BODY_BYTES, Optional.empty(), false, Optional.of(URI.create(proxy))));
    }

    static HttpSender through(String proxy, String pem) {
        return new HttpSender(new HttpSender.Options(
                Duration.ofSeconds(10), MAX_BODY_BYTES, Optional.of(pem), false, Optional.of(URI.create(proxy))));
    }

    static HttpSender trusting(String pem) {
        return new HttpSender(new HttpSender.Options(
                Duration.ofSeconds(10), MAX_BODY_BYTES, Optional.of(pem), false, Optional.empty()));
    }

    /** For whom every name is this computer. */
    public static HttpSender ofLoopbackNames(String pem, Duration deadline, int maxBodyBytes) {
        return new HttpSender(
                new HttpSender.Options(deadline, maxBodyBytes, Optional.of(pem), false, Optional.empty()),
                ExchangeObserver.NONE,
                () -> new FixedNames("127.0.0.1"));
    }

    static HttpSender unchecked() {
        return new HttpSender(new HttpSender.Options(
                Duration.ofSeconds(10), MAX_BODY_BYTES, Optional.empty(), true, Optional.empty()));
    }
}
