package org.vizgate.servlet;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.vizgate.outbound.LoopbackServer;

import static org.assertj.core.api.Assertions.assertThat;

/** The gate with a Tableau that answers, and what is left of it when the application stops. */
class ClosingTest {
    private static final String SESSION = "{\"session\":{\"site\":{\"id\":\"site-luid\",\"name\":\"Marketing\","
            + "\"contentUrl\":\"marketing\"},\"user\":{\"id\":\"user-luid\",\"name\":\"zoe@example.com\"}}}";
    private static final String NO_SESSION =
            "{\"error\":{\"summary\":\"Signin Error\",\"detail\":\"Invalid authentication\",\"code\":\"401002\"}}";

    private static TestContainer containerBefore(LoopbackServer tableau) {
        return TestContainer.with(TestApp.ordinary("")
                .set("SERVER", tableau.address().toString())
                .set("TABLEAU_API_VERSION", "3.24")
                .set("OAUTH_SESSION_CHECK_INTERVAL_MS", "0"));
    }

    private static Wire request(LoopbackServer tableau) {
        return Wire.get("/x").bearer(TestTokens.of(TestApp.ISSUER, tableau.address(), Instant.now()));
    }

    @Test
    void aSessionThatLives_passes_andNoThreadIsLeftWhenTheApplicationStops() {
        Set<String> before = threads();
        try (LoopbackServer tableau = LoopbackServer.answering(LoopbackServer.Answer.json(200, SESSION))) {
            try (TestContainer container = containerBefore(tableau)) {
                assertThat(container.answerTo(request(tableau)).says("caller=user-luid"))
                        .isTrue();
                assertThat(tableau.received())
                        .filteredOn(asked -> asked.target().endsWith("/sessions/current"))
                        .singleElement()
                        .satisfies(asked ->
                                assertThat(asked.header("X-Tableau-Auth")).isEqualTo("session-token"));
                assertThat(threads()).anyMatch(name -> name.startsWith("vizgate"));
            }
            assertThat(threads()).noneMatch(name -> name.startsWith("vizgate") && !before.contains(name));
        }
    }

    @Test
    void aSessionThatTableauEnded_isAnInvalidToken() {
        try (LoopbackServer tableau = LoopbackServer.answering(LoopbackServer.Answer.json(401, NO_SESSION));
                TestContainer container = containerBefore(tableau)) {
            Wire.Answer answer = container.answerTo(request(tableau));
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        }
    }

    @Test
    void aTableauThatIsIll_isBelievedToHaveTheSession_unlessTheAdministratorWantsOtherwise() {
        try (LoopbackServer tableau = LoopbackServer.answering(LoopbackServer.Answer.of(503, "text/plain", "ill"))) {
            try (TestContainer container = containerBefore(tableau)) {
                assertThat(container.answerTo(request(tableau)).says("caller=user-luid"))
                        .isTrue();
            }
            try (TestContainer container = TestContainer.with(TestApp.ordinary("")
                    .set("SERVER", tableau.address().toString())
                    .set("OAUTH_SESSION_CHECK_INTERVAL_MS", "0")
                    .set("OAUTH_SESSION_CHECK_FAILURE", "refuse"))) {
                Wire.Answer answer = container.answerTo(request(tableau));
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isNotEmpty();
                assertThat(answer.headers("WWW-Authenticate")).isEmpty();
            }
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }
}
