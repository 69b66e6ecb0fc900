package org.vizgate.servlet;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.testapp.ActingServlet;
import org.vizgate.testapp.ReportServlet;

import static org.assertj.core.api.Assertions.assertThat;

/** What an application with nothing but settings gets from the gate. */
class CallerTest {
    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(TestApp.ordinary("")
                .servlet(ActingServlet.class, "/act")
                .servlet(ReportServlet.class, "/report")
                .declares("<error-page><error-code>500</error-code><location>/report</location></error-page>"));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    private static Wire.Answer called(String target) {
        return container.answerTo(Wire.get(target).bearer(TestTokens.ordinary()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW", "get"})
    void aRequestWithoutToken_isChallenged(String method) {
        Wire.Answer answer = container.answerTo(Wire.request(method, "/some/path"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo(
                        "Bearer realm=\"vizgate\", resource_metadata=\"https://gate.example/.well-known/oauth-protected-resource\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).contains("missing_token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/html",
                "multipart/form-data; boundary=x",
                "nonsense",
                "text/event-stream"
            })
    void aRequestOfAnyMediaType_isChallenged(String type) {
        Wire.Answer answer = container.answerTo(Wire.request("POST", "/some/path")
                .with("Content-Type", type)
                .with("Accept", type)
                .body("{}"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void head_hasTheLengthAndNoBody() {
        Wire.Answer got = container.answerTo(Wire.get("/some/path"));
        Wire.Answer asked = container.answerTo(Wire.request("HEAD", "/some/path"));
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body()).isEmpty();
        assertThat(asked.header("Content-Length"))
                .isEqualTo(got.header("Content-Length"))
                .isEqualTo(String.valueOf(got.body().length()));
        assertThat(asked.header("WWW-Authenticate")).isEqualTo(got.header("WWW-Authenticate"));
    }

    // There is no WebSocket here: a request for one is answered by the gate like any other.
    @Test
    void anUpgradeRequest_isARequestLikeAnyOther() {
        Wire upgrade = Wire.get("/socket")
                .with("Connection", "Upgrade")
                .with("Upgrade", "websocket")
                .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .with("Sec-WebSocket-Version", "13")
                .with("Connection", "close");
        assertThat(container.answerTo(upgrade).status()).isEqualTo(401);
        assertThat(container.answerTo(upgrade.bearer(TestTokens.ordinary())).reachedApplication())
                .isTrue();
    }

    @Test
    void aValidToken_givesTheApplicationTheCaller() {
        Wire.Answer answer = called("/some/path");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().lines())
                .contains(
                        "reached=/some/path",
                        "user=user-luid",
                        "remote=user-luid",
                        "auth=Bearer",
                        "reader=true",
                        "viewer=true",
                        "writer=false",
                        "caller=user-luid",
                        "tableauAccessToken=session-token",
                        "tableauServer=https://tableau.example",
                        "tableauSiteId=site-luid",
                        "tableauSiteContentUrl=marketing",
                        "tableauUserId=user-luid",
                        "tableauUserName=zoe@example.com",
                        "tableauClientId=client-1",
                        "tableauScopes=tableau:content:read tableau:views:*")
                .anyMatch(line -> line.startsWith("tableauExpiresAt=20"))
                .anyMatch(line -> line.startsWith("tableauCaller=TableauCaller["));
    }

    @Test
    void anEndedToken_isInvalid() {
        Wire.Answer answer = container.answerTo(Wire.get("/some/path").bearer(TestTokens.ended()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "include", "async", "async-elsewhere", "async-given", "async-thread"})
    void aDispatchedRequest_keepsItsCaller(String act) {
        Wire.Answer answer = called("/act?do=" + act);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().lines())
                .contains("user=user-luid", "auth=Bearer", "caller=user-luid", "tableauUserName=zoe@example.com");
        assertThat(answer.headers("WWW-Authenticate")).isEmpty();
    }

    @Test
    void anExceptionOfTheApplication_isItsOwnError_andItsErrorPageKnowsTheCaller() {
        Wire.Answer answer = called("/act?do=throw");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers("WWW-Authenticate")).isEmpty();
        assertThat(answer.body().lines())
                .contains("dispatch=ERROR", "caller=user-luid", "tableauUserName=zoe@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "status"})
    void a401OfTheApplication_isItsOwn(String act) {
        Wire.Answer answer = called("/act?do=" + act);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.headers("WWW-Authenticate")).isEmpty();
        assertThat(answer.body()).doesNotContain("missing_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Negotiate abc", "DPoP abc"})
    void credentialsOfAnotherScheme_areChallenged(String credentials) {
        Wire.Answer answer = container.answerTo(Wire.get("/x").with("Authorization", credentials));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).doesNotContain("error=");
    }

    @Test
    void twoTokens_areABadRequest() {
        Wire twice = Wire.get("/x").bearer(TestTokens.ordinary()).bearer(TestTokens.ordinary());
        Wire inQuery = Wire.get("/x?access_token=abc").bearer(TestTokens.ordinary());
        assertThat(List.of(
                        container.answerTo(twice).status(),
                        container.answerTo(inQuery).status()))
                .containsExactly(400, 400);
    }
}
