package org.vizgate.standin.control;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

import org.vizgate.standin.http.PathPattern;
import org.vizgate.standin.http.Reply;

/** One thing that goes wrong at one path, forever or a number of times: a delay, or an answer in the endpoint's place. */
final class Trouble {
    private final PathPattern path;
    private final Duration delay;
    private final Optional<Reply> reply;
    private final AtomicInteger left;

    private Trouble(PathPattern path, Duration delay, Optional<Reply> reply, OptionalInt times) {
        this.path = path;
        this.delay = delay;
        this.reply = reply;
        this.left = new AtomicInteger(times.orElse(Integer.MAX_VALUE));
    }

    static Trouble delay(PathPattern path, Duration delay, OptionalInt times) {
        return new Trouble(path, delay, Optional.empty(), times);
    }

    static Trouble answer(PathPattern path, Reply reply, OptionalInt times) {
        return new Trouble(path, Duration.ZERO, Optional.of(reply), times);
    }

    /** Whether it strikes now; each strike counts. */
    boolean strikes(String calledPath) {
        return path.matches(calledPath)
                && left.getAndUpdate(count -> count == Integer.MAX_VALUE ? count : Math.max(0, count - 1)) > 0;
    }

    boolean isDelay() {
        return reply.isEmpty();
    }

    Duration delay() {
        return delay;
    }

    /** The answer, unless this is a delay. */
    Optional<Reply> reply() {
        return reply;
    }
}
