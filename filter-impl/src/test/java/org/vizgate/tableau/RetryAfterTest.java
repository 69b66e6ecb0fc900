package org.vizgate.tableau;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.OutboundReply;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource({"0, PT0S", "7, PT7S", "300, PT5M", "301, PT5M", "999999999, PT5M"})
    void seconds_countUpToFiveMinutes(String value, Duration wait) {
        assertThat(RetryAfter.of(reply(Map.of("retry-after", List.of(value))))).contains(wait);
    }

    @ParameterizedTest
    @CsvSource({
        "'Fri, 02 Jan 2026 03:04:15 GMT', PT10S",
        "'Thu, 01 Jan 2026 00:00:00 GMT', PT0S",
        "'Sat, 03 Jan 2026 00:00:00 GMT', PT5M"
    })
    void aDate_countsFromTheAnswersOwnDate(String value, Duration wait) {
        Map<String, List<String>> headers =
                Map.of("retry-after", List.of(value), "date", List.of("Fri, 02 Jan 2026 03:04:05 GMT"));

        assertThat(RetryAfter.of(reply(headers))).contains(wait);
    }

    @Test
    void aDateInAnAnswerWithoutDate_isTheLongestWait() {
        assertThat(RetryAfter.of(reply(Map.of("retry-after", List.of("Fri, 02 Jan 2026 03:04:15 GMT")))))
                .contains(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "99999999999999999999", ""})
    void whatIsNeither_isNoWait(String value) {
        assertThat(RetryAfter.of(reply(Map.of("retry-after", List.of(value))))).isEmpty();
    }

    @Test
    void withoutTheHeader_thereIsNoWait() {
        assertThat(RetryAfter.of(reply(Map.of()))).isEmpty();
    }

    private static OutboundReply reply(Map<String, List<String>> headers) {
        return new OutboundReply(429, headers, "");
    }
}
