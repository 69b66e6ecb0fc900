package org.vizgate.tableau;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.vizgate.outbound.HttpSender;

/** What keepers of sessions work with in tests. */
public final class TestKeepers {
    private TestKeepers() {}

    /** Without pauses and without jitter. */
    public static SessionKeeper.Tools tools(HttpSender sender, AtomicLong nanos) {
        return new SessionKeeper.Tools(
                TestRest.signIns(sender, Clock.systemUTC(), about -> {}),
                TestRest.client(sender, Clock.systemUTC()),
                nanos::get,
                Duration.ofSeconds(30),
                () -> 0);
    }
}
