package org.vizgate.config;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LifetimeReaderTest {
    @ParameterizedTest
    @CsvSource({
        "OAUTH_AUTHORIZATION_CODE_TIMEOUT_MS, 1000, 3600000",
        "OAUTH_PENDING_AUTHORIZATION_TIMEOUT_MS, 1000, 3600000",
        "OAUTH_ACCESS_TOKEN_TIMEOUT_MS, 1000, 2592000000",
        "OAUTH_REFRESH_TOKEN_TIMEOUT_MS, 1000, 31536000000",
        "OAUTH_REFRESH_TOKEN_MAX_AGE_MS, 1000, 315360000000",
        "OAUTH_REFRESH_GRACE_MS, 0, 300000",
        "OAUTH_REGISTRATION_TIMEOUT_MS, 1000, 315360000000",
        "OAUTH_SESSION_CHECK_INTERVAL_MS, 0, 2592000000",
        "OAUTH_REVOCATION_CHECK_INTERVAL_MS, 0, 300000",
        "TABLEAU_REQUEST_TIMEOUT_MS, 100, 300000"
    })
    void aDuration_hasALimitOnEachSide(String name, long shortest, long longest) {
        assertThat(with(name, shortest).read()).isNotNull();
        assertThat(with(name, longest).read()).isNotNull();
        assertThat(with(name, shortest - 1).problems())
                .extracting(Problem::name)
                .containsExactly(name);
        assertThat(with(name, longest + 1).problems()).extracting(Problem::name).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10s", "1.5", "1e3", "+1", "\u0661000", "9999999999999999"})
    void anythingButAWholeNumber_isRefusedWithTheLimits(String text) {
        assertThat(Written.minimal().with("OAUTH_ACCESS_TOKEN_TIMEOUT_MS", text).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.fault()).isEqualTo("'" + text + "' is not a whole number");
                    assertThat(problem.remedy())
                            .isEqualTo("Write a whole number of milliseconds from 1000 (1 s) to 2592000000 (30 d)");
                });
    }

    @Test
    void anAuthorizationCodeTimeout_isTaken() {
        assertThat(with("OAUTH_AUTHORIZATION_CODE_TIMEOUT_MS", 20_000)
                        .protecting()
                        .lifetimes()
                        .authorizationCode())
                .contains(Duration.ofSeconds(20));
    }

    @Test
    void neverCheckingSessions_isTaken() {
        assertThat(Written.minimal()
                        .with("OAUTH_SESSION_CHECK_INTERVAL_MS", "Never")
                        .protecting()
                        .lifetimes()
                        .sessionCheckInterval())
                .isEmpty();
    }

    @Test
    void aWrongSessionCheckInterval_isRefusedWithNeverAsOneWayOut() {
        assertThat(Written.minimal()
                        .with("OAUTH_SESSION_CHECK_INTERVAL_MS", "none")
                        .problems())
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("Write a whole number of milliseconds from 0 to 2592000000 (30 d), or never");
    }

    @Test
    void neverCheckingRevocations_isRefused() {
        assertThat(Written.minimal()
                        .with("OAUTH_REVOCATION_CHECK_INTERVAL_MS", "never")
                        .problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_REVOCATION_CHECK_INTERVAL_MS");
    }

    @Test
    void sessionCheckFailure_allowsOrRefuses() {
        assertThat(Written.minimal()
                        .with("OAUTH_SESSION_CHECK_FAILURE", "refuse")
                        .protecting()
                        .lifetimes()
                        .refuseWhenSessionCheckFails())
                .isTrue();
    }

    private static Written with(String name, long milliseconds) {
        return Written.minimal().with(name, Long.toString(milliseconds));
    }
}
