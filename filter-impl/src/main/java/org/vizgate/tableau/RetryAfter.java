package org.vizgate.tableau;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import org.vizgate.outbound.OutboundReply;

/** How long a server asks to wait (RFC 9110 section 10.2.3). */
final class RetryAfter {
    private static final Duration MAX = Duration.ofMinutes(5);

    private RetryAfter() {}

    /** Between nothing and five minutes; empty if the header is absent or says nothing. */
    static Optional<Duration> of(OutboundReply reply) {
        return reply.header("retry-after")
                .flatMap(value -> value.matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : untilDate(value, reply))
                .map(RetryAfter::bounded);
    }

    /** Against the answer's own Date, so that it does not matter how wrong either clock is. */
    private static Optional<Duration> untilDate(String value, OutboundReply reply) {
        try {
            ZonedDateTime until = date(value);
            return Optional.of(reply.header("date")
                    .map(now -> Duration.between(date(now), until))
                    .orElse(MAX));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZonedDateTime date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MAX) > 0 ? MAX : wait;
    }
}
