package org.vizgate.metrics;

import java.time.Duration;
import java.util.Locale;

import org.vizgate.outbound.ExchangeObserver;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;

/**
 * Counts what other servers answer: {@code answered}, {@code slow} (answered after more than two seconds), {@code refused}
 * (status 400 to 499), {@code failed} (500 and above), or why there was no answer. Safe for use by several threads.
 */
public final class CountedCalls implements ExchangeObserver {
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final Metrics metrics;

    public CountedCalls(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void answered(OutboundRequest request, OutboundReply reply, Duration took) {
        metrics.count(Counted.CALLS, request.call(), outcome(reply.status(), took));
    }

    private static String outcome(int status, Duration took) {
        if (status >= 500) {
            return "failed";
        }
        if (status >= 400) {
            return "refused";
        }
        return took.compareTo(SLOW) > 0 ? "slow" : "answered";
    }

    @Override
    public void failed(OutboundRequest request, OutboundException.Kind kind) {
        metrics.count(
                Counted.CALLS,
                request.call(),
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
