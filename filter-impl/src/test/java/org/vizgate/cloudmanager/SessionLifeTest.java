package org.vizgate.cloudmanager;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.OutboundReply;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLifeTest {
    private static final Instant SENT = Instant.parse("2026-11-21T14:04:05Z");
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final CloudAnswers answers = new CloudAnswers(TestKeys.JSON);

    @Test
    void withoutACall_itEndsAfterThirtyMinutes() {
        SessionLife life = new SessionLife(nanos::get, SessionLife.LONGEST);

        timePasses(IDLE.minusNanos(1));
        assertThat(life.isOver()).isFalse();
        timePasses(Duration.ofNanos(1));
        assertThat(life.isOver()).isTrue();
        assertThat(life.remaining()).isZero();
    }

    @Test
    void aCall_beginsTheThirtyMinutesAgain() {
        SessionLife life = new SessionLife(nanos::get, SessionLife.LONGEST);

        timePasses(Duration.ofMinutes(29));
        life.countCall();
        timePasses(Duration.ofMinutes(29));

        assertThat(life.remaining()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void howeverBusy_itEndsAfterFourHours() {
        SessionLife life = new SessionLife(nanos::get, SessionLife.LONGEST);
        for (int minutes = 0; minutes < 239; minutes++) {
            timePasses(Duration.ofMinutes(1));
            life.countCall();
        }

        timePasses(Duration.ofMinutes(1).minusNanos(1));
        assertThat(life.isOver()).isFalse();
        timePasses(Duration.ofNanos(1));
        assertThat(life.isOver()).isTrue();
    }

    @Test
    void anEarlierEnd_counts_byTheClockOfCloudManager() {
        SessionLife life = lifeUntil("2026-11-21T14:24:05.678901Z", Map.of("date", dateOf(SENT)));

        assertThat(life.remaining()).isEqualTo(Duration.ofMinutes(20).plusNanos(678_901_000));
    }

    @Test
    void withoutTheClockOfCloudManager_oursCounts() {
        assertThat(lifeUntil("2026-11-21T14:24:05Z", Map.of()).remaining()).isEqualTo(Duration.ofMinutes(20));
        assertThat(lifeUntil("2026-11-21T14:24:05Z", Map.of("date", List.of("today")))
                        .remaining())
                .isEqualTo(Duration.ofMinutes(20));
    }

    // A session that was over at once would be renewed before each call.
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T14:04:05Z", "1999-01-01T00:00:00Z", "2030-01-01T00:00:00Z", "soon", ""})
    void anEndThatCannotBe_isFourHours(String end) {
        SessionLife life = lifeUntil(end, Map.of("date", dateOf(SENT)));
        timePasses(Duration.ofMinutes(29));

        assertThat(life.isOver()).isFalse();
    }

    private SessionLife lifeUntil(String end, Map<String, List<String>> headers) {
        OutboundReply reply = new OutboundReply(200, headers, TestCloudManager.loginAnswer("t", end));
        return answers.login(reply, SENT, nanos::get).life();
    }

    private static List<String> dateOf(Instant instant) {
        return List.of(DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)));
    }

    private void timePasses(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
