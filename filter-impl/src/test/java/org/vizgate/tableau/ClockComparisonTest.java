package org.vizgate.tableau;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

class ClockComparisonTest {
    private static final String DATE = "Mon, 04 May 2026 10:00:00 GMT";
    private static final Instant THEIRS = Instant.parse("2026-05-04T10:00:00Z");

    private final SetClock clock = new SetClock(THEIRS);
    private final ClockComparison comparison = new ClockComparison(clock);

    private void answered(Duration took, Map<String, List<String>> headers) {
        comparison.answered(
                OutboundRequest.get(URI.create("https://tableau.example/"), Map.of()),
                new OutboundReply(200, headers, ""),
                took);
    }

    /** An answer that took long may have been written at its beginning, or at its end. */
    @ParameterizedTest
    @CsvSource({
        "60, 0, ''",
        "61, 0, 'is 61 seconds ahead of that of tableau.example'",
        "70, 10, ''",
        "71, 10, 'is 61 seconds ahead of'",
        "-60, 0, ''",
        "-61, 5, 'is 61 seconds behind that of tableau.example'",
        "-7200, 0, 'is 7200 seconds behind'"
    })
    void moreThanAMinute_isSaid(long ours, long tookSeconds, String said) {
        clock.advance(Duration.ofSeconds(ours));
        try (LogCapture log = LogCapture.of(ClockComparison.class.getName())) {
            answered(Duration.ofSeconds(tookSeconds), Map.of("date", List.of(DATE)));

            assertThat(log.text().contains("The clock here")).isEqualTo(!said.isEmpty());
            assertThat(log.text()).contains(said);
        }
    }

    @Test
    void theWarning_comesOnceAnHour() {
        clock.advance(Duration.ofHours(5));
        try (LogCapture log = LogCapture.of(ClockComparison.class.getName())) {
            for (int i = 0; i < 3; i++) {
                answered(Duration.ZERO, Map.of("date", List.of(DATE)));
            }
            clock.advance(Duration.ofHours(1).minusNanos(1));
            answered(Duration.ZERO, Map.of("date", List.of(DATE)));
            assertThat(log.text().lines()).hasSize(1);

            clock.advance(Duration.ofNanos(1));
            answered(Duration.ZERO, Map.of("date", List.of(DATE)));
            assertThat(log.text().lines()).hasSize(2);
        }
    }

    @Test
    void anAnswerThatSomebodyKept_orThatTellsNoTime_saysNothing() {
        clock.advance(Duration.ofDays(1));
        try (LogCapture log = LogCapture.of(ClockComparison.class.getName())) {
            answered(Duration.ZERO, Map.of("date", List.of(DATE), "age", List.of("86400")));
            answered(Duration.ZERO, Map.of("date", List.of("yesterday")));
            answered(Duration.ZERO, Map.of());

            assertThat(log.text()).isEmpty();
        }
    }
}
