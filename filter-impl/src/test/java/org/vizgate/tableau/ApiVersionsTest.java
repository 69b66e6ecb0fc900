package org.vizgate.tableau;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.ServerInfo;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.outbound.LogCapture;
import org.vizgate.testing.Parallel;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApiVersionsTest {
    private static final URI SERVER = URI.create("https://tableau.corp.example");
    private static final ApiVersion NEWEST = new ApiVersion(3, 29);

    private final SetClock clock = new SetClock(Instant.parse("2026-01-01T12:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();

    private ApiVersions versions(Function<URI, ServerInfo> answer) {
        return new ApiVersions(
                Optional.empty(),
                server -> {
                    asked.incrementAndGet();
                    return answer.apply(server);
                },
                clock);
    }

    private static ServerInfo newest(URI server) {
        return new ServerInfo("2026.2", server.getHost(), NEWEST);
    }

    private static ServerInfo silence(URI server) {
        throw new TableauException(Kind.UNAVAILABLE, server + " is ill");
    }

    @Test
    void whatIsConfigured_isNotAsked() {
        ApiVersions fixed = new ApiVersions(Optional.of(new ApiVersion(3, 6)), ApiVersionsTest::silence, clock);

        assertThat(fixed.of(SERVER)).isEqualTo(new ApiVersion(3, 6));
        assertThat(fixed.orUsual(SERVER)).isEqualTo(new ApiVersion(3, 6));
    }

    @Test
    void many_askOnce() {
        ApiVersions versions = versions(ApiVersionsTest::newest);

        assertThat(Parallel.run(() -> versions.orUsual(SERVER))).containsOnly(NEWEST);
        assertThat(versions.of(SERVER)).isEqualTo(NEWEST);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anUpdatedServer_isAskedAgainHalfADayLater() {
        ApiVersions versions = versions(ApiVersionsTest::newest);
        versions.of(SERVER);
        clock.advance(Duration.ofHours(12));
        versions.of(SERVER);

        assertThat(asked).hasValue(2);
    }

    @Test
    void whoeverNeedsToKnow_isToldThatNobodyTells() {
        ApiVersions versions = versions(ApiVersionsTest::silence);

        assertThatThrownBy(() -> versions.of(SERVER)).isInstanceOf(TableauException.class);
    }

    @Test
    void othersGoOnWithTheUsualVersion_andTheLogSaysSoOnce() {
        ApiVersions versions = versions(ApiVersionsTest::silence);
        try (LogCapture log = LogCapture.of("org.vizgate")) {
            assertThat(Parallel.run(() -> versions.orUsual(SERVER))).containsOnly(ApiVersions.USUAL);

            assertThat(log.text()).containsOnlyOnce("does not tell").contains("TABLEAU_API_VERSION");
        }
        assertThat(asked).hasValue(1);
        clock.advance(Duration.ofMinutes(5));
        versions.orUsual(SERVER);
        assertThat(asked).hasValue(2);
    }
}
