package org.vizgate.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vizgate.outbound.OutboundReply;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentLifeTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=3600|3600",
                "public, max-age=\"3600\"|3600",
                "MAX-AGE=3600|3600",
                "s-maxage=120, max-age=3600|120",
                "max-age=60|60",
                "max-age=59|60",
                "max-age=0|60",
                "No-Store|60",
                "max-age=3600, no-cache|60",
                "private=\"x\", max-age=3600|60",
                "max-age=86401|86400",
                "max-age=99999999999999999999999|86400",
                "max-age=-1|600",
                "max-age=|600",
                "x-max-age=5000|600",
                "immutable|600"
            })
    void aDocument_livesAsItsServerSaysWithinBounds(String control, long seconds) {
        assertThat(life(Map.of("cache-control", List.of(control)))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void withoutAWord_itIsTenMinutes() {
        assertThat(life(Map.of())).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void everyLine_counts() {
        assertThat(life(Map.of("cache-control", List.of("max-age=3600", "no-store"))))
                .isEqualTo(Duration.ofMinutes(1));
    }

    private static Duration life(Map<String, List<String>> headers) {
        return Duration.between(NOW, DocumentLife.end(new OutboundReply(200, headers, "{}"), NOW));
    }
}
