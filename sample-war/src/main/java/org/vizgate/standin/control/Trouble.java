package org.vizgate.standin.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

import org.vizgate.standin.http.PathPattern;
import org.vizgate.standin.http.Reply;

/** One thing that goes wrong at one path, forever or a number of times. */
final class Trouble {
    private static final String PAGE = "<!DOCTYPE html><html lang=\"en\"><title>Please sign in</title>"
            + "<h1>Please sign in</h1><p>You are behind a gateway.</p></html>";

    private final PathPattern path;
    private final Kind kind;
    private final Duration delay;
    private final AtomicInteger left;

    /** What goes wrong. */
    enum Kind {
        SLOW,
        UNAVAILABLE,
        HANG_UP,
        HTML,
        EMPTY_401;

        static Optional<Kind> named(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wireName().equals(name))
                    .findFirst();
        }

        private String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Trouble(PathPattern path, Kind kind, Duration delay, OptionalInt times) {
        this.path = path;
        this.kind = kind;
        this.delay = delay;
        this.left = new AtomicInteger(times.orElse(Integer.MAX_VALUE));
    }

    /** Whether it strikes now; each strike counts. */
    boolean strikes(String calledPath) {
        return path.matches(calledPath)
                && left.getAndUpdate(count -> count == Integer.MAX_VALUE ? count : Math.max(0, count - 1)) > 0;
    }

    boolean isDelay() {
        return kind == Kind.SLOW;
    }

    Duration delay() {
        return delay;
    }

    Reply reply() {
        return switch (kind) {
            case UNAVAILABLE -> Reply.text(503, "Service Unavailable");
            case HTML -> Reply.of(200, "text/html;charset=UTF-8", PAGE);
            case EMPTY_401 -> Reply.empty(401);
            case HANG_UP, SLOW -> Reply.HANG_UP;
        };
    }
}
