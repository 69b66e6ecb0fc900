package org.vizgate.sample.launcher;

import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The sample cannot start; the message says why and what to do. */
final class StartException extends Exception {
    private StartException(String message, Throwable cause) {
        super(message, cause);
    }

    static StartException cannotListen(String host, int port, String option, Exception why) {
        return new StartException(
                "cannot listen on " + host + ", port " + port + " (" + root(why).getMessage()
                        + "). Stop what listens there, or choose another port with " + option
                        + " (0 takes a free one).",
                why);
    }

    static StartException cannotDeploy(Exception why) {
        return new StartException("the web application did not start.\n" + String.join("\n", messages(why)), why);
    }

    private static Throwable root(Throwable why) {
        Throwable root = why;
        for (Throwable cause = why.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    /** What each layer had to say, once: containers wrap the application's exception and repeat its text. */
    private static Set<String> messages(Throwable why) {
        Set<String> messages = new LinkedHashSet<>();
        for (@Nullable Throwable e = why; e != null; e = e.getCause()) {
            String message = e.getMessage();
            boolean repeatsCause = e.getCause() != null
                    && message != null
                    && message.equals(e.getCause().toString());
            if (!repeatsCause) {
                messages.add(message == null ? e.toString() : message);
            }
        }
        return messages;
    }
}
