package org.vizgate.tableau;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.credential.UsernamePassword;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.outbound.TestSenders;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauSite;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What each way to sign in sends, to the letter. */
class SignInWireTest {
    private static final Pattern JWT = Pattern.compile("\"jwt\":\"[\\w-]+\\.[\\w-]+\\.[\\w-]+\"");
    private static final Secret SECRET = Secret.of("q1W2e3==:zxcv");

    private final TestRest tableau = TestRest.open();
    private final HttpSender sender = TestSenders.ordinary();
    private final TableauSignIns signIns =
            TestRest.signIns(sender, new SetClock(Instant.ofEpochSecond(1_790_000_000)), about -> {});

    @AfterEach
    void close() {
        sender.close();
        tableau.close();
    }

    @Test
    void aPersonalAccessToken() {
        assertThat(bodyFor(new PersonalAccessToken("filter-node-1", SECRET)))
                .isEqualTo("{\"credentials\":{\"personalAccessTokenName\":\"filter-node-1\","
                        + "\"personalAccessTokenSecret\":\"q1W2e3==:zxcv\",\"site\":{\"contentUrl\":\"sales\"}}}");
    }

    @Test
    void aUserNameAndPassword_onTheDefaultSite() {
        signIns.signIn(tableau.place(""), new UsernamePassword("svc_web", Secret.of("s3cr3t")));

        assertThat(onlySignIn().body())
                .isEqualTo("{\"credentials\":{\"name\":\"svc_web\",\"password\":\"s3cr3t\","
                        + "\"site\":{\"contentUrl\":\"\"}}}");
    }

    @Test
    void aConnectedApp_saysNothingOfUnifiedAccess() {
        assertThat(bodyFor(new ConnectedApp("client", "id", SECRET, "jo")))
                .matches(body -> JWT.matcher(body).find())
                .satisfies(body -> assertThat(JWT.matcher(body).replaceAll("\"jwt\":\"…\""))
                        .isEqualTo("{\"credentials\":{\"jwt\":\"…\",\"site\":{\"contentUrl\":\"sales\"}}}"));
    }

    @Test
    void aUnifiedAccessToken() {
        SigningKey key = SigningKey.ofPem(Secret.of(TestKeys.pkcs8(TestKeys.FIRST)));

        assertThat(JWT.matcher(bodyFor(new UnifiedAccess("tenant", "issuer", key, "jo")))
                        .replaceAll("\"jwt\":\"…\""))
                .isEqualTo("{\"credentials\":{\"jwt\":\"…\",\"isUat\":true,\"site\":{\"contentUrl\":\"sales\"}}}");
    }

    @Test
    void aJwtThatSomebodyElseSigned_ofAConnectedApp() {
        assertThat(bodyFor(SignedJwt.ofConnectedApp(Secret.of("a.b.c"))))
                .isEqualTo("{\"credentials\":{\"jwt\":\"a.b.c\",\"site\":{\"contentUrl\":\"sales\"}}}");
    }

    @Test
    void aJwtThatSomebodyElseSigned_ofUnifiedAccess() {
        assertThat(bodyFor(SignedJwt.ofUnifiedAccess(Secret.of("a.b.c"))))
                .isEqualTo("{\"credentials\":{\"jwt\":\"a.b.c\",\"isUat\":true,\"site\":{\"contentUrl\":\"sales\"}}}");
    }

    @Test
    void impersonation_namesTheUserByLuid() {
        String luid = "7d0c3a52-1111-4f6e-9b1a-0a0b0c0d0e0f";
        signIns.signIn(
                new SignInPlace(tableau.address(), "sales", Optional.of(luid)),
                new UsernamePassword("admin", Secret.of("s3cr3t")));

        assertThat(onlySignIn().body())
                .isEqualTo("{\"credentials\":{\"name\":\"admin\",\"password\":\"s3cr3t\","
                        + "\"site\":{\"contentUrl\":\"sales\"},\"user\":{\"id\":\"" + luid + "\"}}}");
    }

    @Test
    void theRequest_asksForJsonAndCarriesNoSession() {
        bodyFor(new PersonalAccessToken("filter-node-1", SECRET));

        assertThat(onlySignIn().method() + " " + onlySignIn().target()).isEqualTo("POST /api/3.27/auth/signin");
        assertThat(onlySignIn().header("Accept")).isEqualTo("application/json");
        assertThat(onlySignIn().header("Content-Type")).startsWith("application/json");
        assertThat(onlySignIn().header("User-Agent")).isEqualTo("vizgate");
        assertThat(onlySignIn().header("X-Tableau-Auth")).isEmpty();
    }

    @Test
    void theAnswer_isReadFromJson_andItsEstimateIsNotBelieved() {
        NewSession session = signIns.signIn(tableau.place("sales"), new PersonalAccessToken("ci", SECRET));

        assertThat(session.site()).isEqualTo(new TableauSite("site-luid", "sales"));
        assertThat(session.userId()).isEqualTo("user-luid");
        assertThat(session.token()).isEqualTo(Secret.of("SECRET-token-1"));
        assertThat(session.toString()).doesNotContain("SECRET");
    }

    @Test
    void theAnswer_isReadFromXml() {
        tableau.answering(
                TestRest.SIGN_IN,
                Answer.of(
                        200,
                        "text/xml",
                        "<tsResponse xmlns=\"http://tableau.com/api\"><credentials token=\"SECRET|b|c\""
                                + " estimatedTimeToExpiration=\"2:12:30\"><site id=\"site-luid\" contentUrl=\"sales\"/>"
                                + "<user id=\"user-luid\"/></credentials></tsResponse>"));

        NewSession session = signIns.signIn(tableau.place("sales"), new PersonalAccessToken("ci", SECRET));

        assertThat(session.token()).isEqualTo(Secret.of("SECRET|b|c"));
        assertThat(session.site()).isEqualTo(new TableauSite("site-luid", "sales"));
    }

    private String bodyFor(TableauCredential credential) {
        signIns.signIn(tableau.place("sales"), credential);
        return onlySignIn().body();
    }

    private Received onlySignIn() {
        assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(1);
        return tableau.asked(TestRest.SIGN_IN).get(0);
    }
}
