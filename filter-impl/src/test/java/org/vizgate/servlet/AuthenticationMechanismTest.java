package org.vizgate.servlet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.testapp.EarlyContainer;
import org.vizgate.testapp.ToldServlet;

import static org.assertj.core.api.Assertions.assertThat;

/** What a container with Jakarta Security is told before it runs the filter, and what the filter makes of it. */
@Tag("jakarta-ee")
class AuthenticationMechanismTest {
    private static final String METADATA =
            "resource_metadata=\"https://gate.example/.well-known/oauth-protected-resource";
    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(application("")
                .set("OAUTH_PUBLIC_PATHS", "/public/*")
                .set("OAUTH_RESOURCE_URI", "https://gate.example,https://gate.example/other")
                .set(
                        "OAUTH_SCOPE_RULES",
                        "/write = tableau:content:write; /views = tableau:views:download; /jobs = tableau:jobs:read"));
    }

    private static TestApp application(String path) {
        return TestApp.guarded(path)
                .servlet(ToldServlet.class, "/")
                .filter(EarlyContainer.class, "", TestApp.mapped(EarlyContainer.class, "/*"))
                .filter(TableauAuthFilter.class, "", TestApp.mapped(TableauAuthFilter.class, "/*"));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void theContainerIsTold_whoIsCalling_andTheFilterTakesThatOver() {
        Wire.Answer answer = container.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()));
        assertThat(answer.body().lines())
                .contains("tableauTestStatus=SUCCESS", "same=true", "caller=user-luid", "user=user-luid");
    }

    @Test
    void groups_areTheScopes_andTheKnownOnesThatAWildcardCovers() {
        Wire.Answer answer = container.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()));
        assertThat(answer.body().lines())
                .contains("tableauTestGroups=[tableau:content:read, tableau:views:*, tableau:views:download]");
    }

    @Test
    void withoutAToken_theAnswerIsTheGates_andTheContainerGoesNoFurther() {
        Wire.Answer answer = container.answerTo(Wire.get("/write"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .contains(METADATA + '"')
                .contains("scope=\"tableau:content:write\"")
                .doesNotContain("error=");
        assertThat(answer.body()).contains("missing_token");
        assertThat(answer.reachedApplication()).isFalse();
    }

    @Test
    void anEndedToken_isInvalid() {
        Wire.Answer answer = container.answerTo(Wire.get("/x").bearer(TestTokens.ended()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void aTokenForAnotherResource_isInvalid() {
        Wire.Answer answer = container.answerTo(Wire.get("/other/x").bearer(TestTokens.ordinary()));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains(METADATA + "/other\"");
    }

    @Test
    void aMissingScope_isTheFiltersToSay() {
        Wire.Answer answer = container.answerTo(Wire.get("/write").bearer(TestTokens.ordinary()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate"))
                .contains("error=\"insufficient_scope\"")
                .contains("scope=\"tableau:content:write\"");
    }

    @Test
    void aForeignOrigin_isRefused_whateverItBrings() {
        Wire foreign = Wire.get("/x").bearer(TestTokens.ordinary()).with("Origin", "https://other.example");
        assertThat(container.answerTo(foreign).status()).isEqualTo(403);
    }

    @Test
    void aPreflight_isAnsweredWithoutAToken() {
        Wire.Answer answer = container.answerTo(Wire.request("OPTIONS", "/x")
                .with("Origin", "https://gate.example")
                .with("Access-Control-Request-Method", "POST"));
        assertThat(answer.status()).isEqualTo(204);
    }

    @Test
    void anAllowedOrigin_getsItsHeadersOnce() {
        Wire.Answer answer =
                container.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()).with("Origin", "https://gate.example"));
        assertThat(answer.headers("Access-Control-Allow-Origin")).containsExactly("https://gate.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense"})
    void aPublicPath_needsNobody(String token) {
        Wire request = Wire.get("/public/x");
        Wire.Answer answer = container.answerTo(token.isEmpty() ? request : request.bearer(token));
        assertThat(answer.body().lines()).contains("tableauTestStatus=NOT_DONE", "caller=nobody", "user=nobody");
    }

    @Test
    void aPublicPathWithAToken_knowsTheCaller() {
        Wire.Answer answer = container.answerTo(Wire.get("/public/x").bearer(TestTokens.ordinary()));
        assertThat(answer.body().lines()).contains("tableauTestStatus=SUCCESS", "same=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protected", "authenticate"})
    void aPublicPathThatTheApplicationProtects_isChallenged(String why) {
        Wire.Answer answer = container.answerTo(Wire.get("/public/x?" + why));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains(METADATA);
    }

    @Test
    void anAuthenticatedRequest_isNotAuthenticatedAgain() {
        Wire.Answer answer = container.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()));
        assertThat(answer.says("authenticated=true")).isTrue();
    }

    @Test
    void theGatesOwnEndpoints_needNobody() {
        assertThat(container
                        .answerTo(Wire.get("/.well-known/oauth-protected-resource?protected"))
                        .status())
                .isEqualTo(200);
        assertThat(container.answerTo(Wire.request("POST", "/oauth/token")).body())
                .contains("invalid_request");
    }

    @Test
    void nothing_isKeptInASession() {
        Wire.Answer answer = container.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()));
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void anOpenGate_knowsNobody() {
        TestApp open = TestApp.bare("")
                .set("DANGEROUSLY_DISABLE_OAUTH", "true")
                .servlet(ToldServlet.class, "/")
                .filter(EarlyContainer.class, "", TestApp.mapped(EarlyContainer.class, "/*"))
                .filter(TableauAuthFilter.class, "", TestApp.mapped(TableauAuthFilter.class, "/*"));
        try (TestContainer other = TestContainer.with(open)) {
            assertThat(other.answerTo(Wire.get("/x?protected")).body().lines())
                    .contains("tableauTestStatus=NOT_DONE", "caller=nobody");
        }
    }

    @Test
    void whereNoGateWasStarted_nobodyPasses() {
        TestApp library = application("").set("OAUTH_AUTO_REGISTER", "false");
        TestApp without = TestApp.guarded("")
                .set("OAUTH_AUTO_REGISTER", "false")
                .servlet(ToldServlet.class, "/")
                .filter(EarlyContainer.class, "", TestApp.mapped(EarlyContainer.class, "/*"));
        try (TestContainer other = TestContainer.with(without)) {
            Wire.Answer answer = other.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()));
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.reachedApplication()).isFalse();
        }
        try (TestContainer other = TestContainer.with(library)) {
            assertThat(other.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()))
                            .says("same=true"))
                    .isTrue();
        }
    }
}
