package org.vizgate.cloudmanager;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.CloudManagerSignIn;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.TestFailures;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a caller learns when Cloud Manager says no, and what stays hidden. */
class CloudManagerErrorsTest {
    private static final String ERROR = "{\"message\":\"SECRET echo\",\"errorCode\":\"E_400_USR_SVC_2006\"}";

    @ParameterizedTest
    @CsvSource({
        "400,CONFIGURATION",
        "401,SESSION_LOST",
        "403,FORBIDDEN",
        "404,NOT_FOUND",
        "405,CONFIGURATION",
        "408,UNAVAILABLE",
        "409,CONFIGURATION",
        "429,THROTTLED",
        "500,UNAVAILABLE",
        "503,UNAVAILABLE"
    })
    void anErrorOfACall_isOfTheKindThatSaysWhatToDo(int status, Kind kind) {
        TableauException failure = failureOfCall(Answer.json(status, ERROR));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).contains("E_400_USR_SVC_2006");
        assertThat(failure)
                .hasMessageContaining("/api/v1/uat-configurations answered with status " + status)
                .hasMessageContaining("E_400_USR_SVC_2006");
    }

    @ParameterizedTest
    @CsvSource({
        "400,CREDENTIALS_REJECTED",
        "401,CREDENTIALS_REJECTED",
        "403,FORBIDDEN",
        "404,CONFIGURATION",
        "405,CONFIGURATION",
        "429,THROTTLED",
        "502,UNAVAILABLE"
    })
    void anErrorOfALogin_isOfTheKindThatSaysWhatToDo(int status, Kind kind) {
        TableauException failure = failureOfLogin(Answer.json(status, ERROR));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageContaining("/api/v1/pat/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "<html></html>",
                "{\"sessionToken\":\"a\\nb\",\"userId\":\"u\",\"tenantId\":\"t\"}",
                "{\"sessionToken\":\"a\",\"tenantId\":\"t\"}"
            })
    void aLoginThatGivesNoSession_isNotCloudManager(String body) {
        assertThat(failureOfLogin(Answer.json(200, body)).kind()).isEqualTo(Kind.NOT_TABLEAU);
    }

    @Test
    void anErrorWithoutACode_isSomebodyElses_unlessItsStatusSaysAll() {
        assertThat(failureOfCall(Answer.json(400, "no")).kind()).isEqualTo(Kind.NOT_TABLEAU);
        assertThat(failureOfLogin(Answer.json(400, "no")).kind()).isEqualTo(Kind.NOT_TABLEAU);
        assertThat(failureOfLogin(Answer.json(401, "")).kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
        assertThat(failureOfCall(Answer.json(400, "{\"errorCode\":\"SECRET\\n\"}"))
                        .code())
                .isEmpty();
    }

    @Test
    void throttling_saysHowLong() {
        Answer answer = new Answer(
                429, Map.of("Content-Type", "application/json", "Retry-After", "7"), "{\"errorCode\":\"E\"}");

        assertThat(failureOfCall(answer).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirect_isNotFollowed_andNamesTheAddress(int status) {
        try (LoopbackServer elsewhere = LoopbackServer.answering(Answer.json(200, "{}"))) {
            TableauException failure = failureOfLogin(Answer.redirect(status, elsewhere.at("/x?SECRET=1")));

            assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
            assertThat(failure).hasMessageContaining("http://127.0.0.1").hasMessageContaining("final https address");
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void nobodyThere_isUnavailable() {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(200, "[]"));
                OpenSession session = manager.session()) {
            manager.goAway();

            assertThat(catchThrowableOfType(TableauException.class, session::configurations)
                            .kind())
                    .isEqualTo(Kind.UNAVAILABLE);
        }
    }

    private static TableauException failureOfCall(Answer answer) {
        try (TestCloudManager manager = TestCloudManager.answering(answer);
                OpenSession session = manager.session(SignedJwt.ofUnifiedAccess(Secret.of("eyJ.SECRET")))) {
            return withoutSecrets(catchThrowableOfType(TableauException.class, session::configurations));
        }
    }

    private static TableauException failureOfLogin(Answer answer) {
        try (TestCloudManager manager = TestCloudManager.answering(answer)) {
            // Under its own path everybody is logged in.
            CloudManagerSignIn where = manager.signIn()
                    .calling(CloudManagerMethod.LOGIN_WITH_TOKEN, "POST /elsewhere/api/v1/pat/login/here");
            return withoutSecrets(
                    catchThrowableOfType(TableauException.class, () -> manager.session(where, TestCloudManager.TOKEN)));
        }
    }

    private static TableauException withoutSecrets(TableauException failure) {
        assertThat(TestFailures.allOf(failure)).doesNotContain("SECRET");
        return failure;
    }
}
