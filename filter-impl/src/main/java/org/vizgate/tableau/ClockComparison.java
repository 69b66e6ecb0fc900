package org.vizgate.tableau;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.vizgate.outbound.ExchangeObserver;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;

/**
 * Compares our clock with the {@code Date} of Tableau's answers, and warns at most once an hour of more than a minute: tokens
 * then seem to live longer or shorter than they do, and Tableau may refuse JWTs. Safe for use by several threads.
 */
public final class ClockComparison implements ExchangeObserver {
    private static final Logger LOG = System.getLogger(ClockComparison.class.getName());
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final Clock clock;
    private final Hourly warning;

    public ClockComparison(Clock clock) {
        this.clock = clock;
        this.warning = new Hourly(clock);
    }

    @Override
    public void answered(OutboundRequest request, OutboundReply reply, Duration took) {
        // What somebody in between has kept tells the time of then (RFC 9111 section 5.1).
        if (reply.header("age").isEmpty()) {
            reply.date().ifPresent(theirs -> compare(theirs, took, request.uri().getAuthority()));
        }
    }

    private void compare(Instant theirs, Duration took, String host) {
        Instant received = clock.instant();
        Duration behind = Duration.between(received, theirs);
        // The answer was written at some time between sending and receiving.
        Duration ahead = Duration.between(theirs, received.minus(took));
        Duration difference = behind.compareTo(ahead) > 0 ? behind : ahead;
        if (difference.compareTo(TOLERATED) > 0 && warning.isDue()) {
            LOG.log(
                    Level.WARNING,
                    "The clock here is {0} seconds {1} that of {2}. Tokens seem to live longer or shorter than they do, and"
                            + " nodes disagree about them: set the clock, with NTP.",
                    Long.toString(difference.toSeconds()),
                    difference.equals(behind) ? "behind" : "ahead of",
                    host);
        }
    }

    @Override
    public void failed(OutboundRequest request, OutboundException.Kind kind) {}
}
