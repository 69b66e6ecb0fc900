package org.vizgate.cloudmanager;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.session.Secret;
import org.vizgate.tableau.TestJwts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What each login sends, to the letter. */
class CloudManagerLoginTest {
    private static final UnifiedAccess ACCESS = new UnifiedAccess(
                    "tenant-1",
                    "https://idp.corp.example",
                    SigningKey.ofPem(Secret.of(TestKeys.pkcs8(TestKeys.FIRST))),
                    "admin@corp.example")
            .withScopes("tableau:tcm_sites:read");

    private final TestCloudManager manager = TestCloudManager.answering(Answer.json(200, "[]"));

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void anAccessToken_isSentWithoutItsName() {
        manager.session();

        Received request = manager.last();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/api/v1/pat/login");
        assertThat(request.body()).isEqualTo("{\"token\":\"SECRET-pat\"}");
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("Accept")).isEqualTo("application/json");
        assertThat(request.header("x-tableau-session-token")).isEmpty();
        assertThat(request.header("X-Tableau-Auth")).isEmpty();
    }

    @Test
    void unifiedAccess_signsAJwtForCloudManager() {
        manager.session(ACCESS);

        Received request = manager.last();
        JsonFields body = TestKeys.JSON.read(request.body());
        JsonFields claims = TestJwts.claims(body.requiredText("token"));
        assertThat(request.method() + " " + request.target()).isEqualTo("POST /api/v1/tcuJwt/login");
        assertThat(body.names()).containsExactly("token");
        assertThat(claims.names())
                .containsExactlyInAnyOrder(
                        "iss", "iat", "nbf", "exp", "jti", "https://tableau.com/tenantId", "email", "scp");
        assertThat(claims.text("email")).contains("admin@corp.example");
    }

    @Test
    void theJwtOfAnIdentityProvider_isSentAsItIs() {
        manager.session(SignedJwt.ofUnifiedAccess(Secret.of("eyJ.SECRET.jwt")));

        assertThat(manager.last().target()).isEqualTo("/api/v1/tcuJwt/login");
        assertThat(manager.last().body()).isEqualTo("{\"token\":\"eyJ.SECRET.jwt\"}");
    }

    @Test
    void theJwtOfAConnectedApp_isRefusedBeforeItIsSent() {
        TableauException failure = catchThrowableOfType(
                TableauException.class, () -> manager.session(SignedJwt.ofConnectedApp(Secret.of("eyJ.SECRET.jwt"))));

        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("unified access token").hasMessageNotContaining("SECRET");
        assertThat(manager.received()).isEmpty();
    }

    @Test
    void aLogin_canGoToAnotherPath() {
        manager.session(manager.signIn().calling(CloudManagerMethod.LOGIN_WITH_JWT, "POST /api/v1/jwt/login"), ACCESS);

        assertThat(manager.last().target()).isEqualTo("/api/v1/jwt/login");
    }

    @Test
    void theSessionToken_isSentAsItIs() {
        try (OpenSession session = manager.session()) {
            session.configurations();

            assertThat(manager.last().header("x-tableau-session-token")).isEqualTo("SECRET:+/=-1");
            assertThat(session.header().name()).isEqualTo("x-tableau-session-token");
            assertThat(session.header().value()).isEqualTo(Secret.of("SECRET:+/=-1"));
        }
    }

    @Test
    void theSession_tellsWhoseItIs() {
        try (OpenSession session = manager.session()) {
            assertThat(session.userId()).isEqualTo("user-1");
            assertThat(session.tenantId()).isEqualTo("tenant-1");
            assertThat(session.server()).isEqualTo(manager.address());
            assertThat(session.resource("/tenants/tenant-1/sites"))
                    .isEqualTo(manager.address().resolve("/api/v1/tenants/tenant-1/sites"));
        }
    }

    @Test
    void noSecret_isLoggedOrShown() {
        try (LogCapture log = LogCapture.ofEverything();
                OpenSession session = manager.session()) {
            session.configurations();
            String shown = session + " " + session.header() + " " + TestCloudManager.TOKEN + " " + manager.signIn();

            assertThat(shown).doesNotContain("SECRET");
            assertThat(log.text()).doesNotContain("SECRET");
        }
    }
}
