package org.vizgate.servlet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vizgate.tableau.TestTableau;

import static org.assertj.core.api.Assertions.assertThat;

/** Tableau sessions in place of access tokens, from the settings to the application. */
class PassthroughSettingTest {
    private static TestTableau tableau;
    private static TestContainer container;

    @BeforeAll
    static void start() {
        tableau = new TestTableau();
        container = TestContainer.with(
                TestApp.ordinary("")
                        .set("SERVER", tableau.address().toString())
                        .set("ENABLE_PASSTHROUGH_AUTH", "true")
                        .set("OAUTH_SCOPE_RULES", "/write = tableau:content:write")
                        .set("OAUTH_PASSTHROUGH_SCOPES", "tableau:content:read"),
                TestApp.ordinary("/off"));
    }

    @AfterAll
    static void stop() {
        container.close();
        tableau.close();
    }

    @Test
    void aSession_givesTheApplicationTheCaller() {
        assertThat(container
                        .answerTo(Wire.get("/x").with("X-Tableau-Auth", "session-a"))
                        .body()
                        .lines())
                .contains(
                        "user=user-luid",
                        "reader=true",
                        "writer=false",
                        "tableauAccessToken=session-a",
                        "tableauServer=" + tableau.address(),
                        "tableauSiteContentUrl=marketing",
                        "tableauUserName=name of user-luid",
                        "tableauClientId=passthrough",
                        "tableauScopes=tableau:content:read");
    }

    @Test
    void withoutTheScopes_theAnswerIs403() {
        assertThat(container
                        .answerTo(Wire.get("/write").with("X-Tableau-Auth", "session-a"))
                        .status())
                .isEqualTo(403);
    }

    /** R41. The attack: a stranger's page sends the browser here, and the browser sends its cookies. */
    @Test
    void aCookie_isNobody() {
        Wire.Answer answer = container.answerTo(
                Wire.get("/x").with("Cookie", "workgroup_session_id=session-a; X-Tableau-Auth=session-a"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("missing_token");
    }

    @Test
    void aSessionBesideABearerToken_isABadRequest() {
        Wire.Answer answer =
                container.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()).with("X-Tableau-Auth", "session-a"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request");
    }

    @Test
    void whereItIsOff_aSessionIsNobody() {
        assertThat(container
                        .answerTo(Wire.get("/off/x").with("X-Tableau-Auth", "session-a"))
                        .status())
                .isEqualTo(401);
    }
}
