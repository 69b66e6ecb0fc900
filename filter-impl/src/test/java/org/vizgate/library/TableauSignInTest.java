package org.vizgate.library;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.KeptSession;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.SignedInSession;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.TableauSignIn;
import org.vizgate.credential.Transport;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.outbound.TestCertificate;
import org.vizgate.session.Secret;
import org.vizgate.session.SessionHeader;
import org.vizgate.session.TableauSite;
import org.vizgate.tableau.TestRest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The library as a program uses it. */
class TableauSignInTest {
    private static final PersonalAccessToken PAT = new PersonalAccessToken("ci", Secret.of("SECRET-pat"));

    private final TestRest tableau = TestRest.open();
    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void close() {
        tableau.close();
    }

    private TableauSignIn sales() {
        return TableauSignIn.to(tableau.address()).site("sales");
    }

    @Test
    void aBlock_signsInAndOut() {
        try (SignedInSession session = sales().with(PAT)) {
            assertThat(session.site()).isEqualTo(new TableauSite("site-luid", "sales"));
            assertThat(session.userId()).isEqualTo("user-luid");
            assertThat(session.apiVersion()).isEqualTo(ApiVersion.of("3.27"));
            assertThat(session.header()).isEqualTo(new SessionHeader("X-Tableau-Auth", Secret.of("SECRET-token-1")));
            assertThat(session.resource("/sites/site-luid/workbooks?pageSize=100"))
                    .isEqualTo(tableau.address().resolve("/api/3.27/sites/site-luid/workbooks?pageSize=100"));
        }

        assertThat(tableau.targets())
                .containsExactly(
                        "GET /api/2.4/serverinfo", "POST /api/3.27/auth/signin", "POST /api/3.27/auth/signout");
        assertThat(signOuts()).containsExactly("SECRET-token-1");
    }

    @Test
    void aBlockThatThrows_signsOut() {
        IllegalArgumentException own = new IllegalArgumentException("the program's own");

        assertThatThrownBy(() -> {
                    try (SignedInSession session = sales().with(PAT)) {
                        assertThat(session.userId()).isNotEmpty();
                        throw own;
                    }
                })
                .isSameAs(own)
                .hasNoSuppressedExceptions();
        assertThat(signOuts()).containsExactly("SECRET-token-1");
    }

    @Test
    void signingOutADeadSession_isNoError() {
        tableau.answering(TestRest.SIGN_OUT, TestRest.DEAD);
        SignedInSession session = sales().with(PAT);

        session.signOut();

        assertThat(signOuts()).hasSize(1);
    }

    @Test
    void signingOut_canBeRepeated_andHappensOnce() {
        SignedInSession session = sales().with(PAT);
        session.close();
        session.close();
        session.signOut();

        assertThat(signOuts()).hasSize(1);
        assertThatIllegalStateException().isThrownBy(session::token).withMessageContaining("sign in again");
        assertThat(session.toString()).doesNotContain("SECRET");
    }

    @Test
    void signingOut_whenNobodyAnswers_isNoError() {
        SignedInSession session = sales().with(PAT);
        tableau.close();

        session.close();

        assertThatIllegalStateException().isThrownBy(session::token);
    }

    @Test
    void switchingTheSite_goesOnWithTheNewSession() {
        try (SignedInSession session = sales().with(PAT)) {
            session.switchSite("marketing");

            assertThat(session.site().contentUrl()).isEqualTo("marketing");
            assertThat(session.token()).isEqualTo(Secret.of("SECRET-token-2"));
        }

        Received switched = tableau.asked(TestRest.SWITCH).get(0);
        assertThat(switched.body()).isEqualTo("{\"site\":{\"contentUrl\":\"marketing\"}}");
        assertThat(switched.header("X-Tableau-Auth")).isEqualTo("SECRET-token-1");
        assertThat(signOuts()).containsExactly("SECRET-token-2");
    }

    @Test
    void switchingToTheSiteItIsOn_isNoError() {
        tableau.answering(TestRest.SWITCH, TestRest.error(403, "403070"));
        try (SignedInSession session = sales().with(PAT)) {
            session.switchSite("sales");

            assertThat(session.token()).isEqualTo(Secret.of("SECRET-token-1"));
        }
    }

    @Test
    void aSwitchThatIsRefused_leavesTheSessionAsItWas() {
        tableau.answering(TestRest.SWITCH, TestRest.error(403, "403004"));
        try (SignedInSession session = sales().with(PAT)) {
            assertThat(catchThrowableOfType(TableauException.class, () -> session.switchSite("secret-site"))
                            .kind())
                    .isEqualTo(Kind.FORBIDDEN);
            assertThat(session.token()).isEqualTo(Secret.of("SECRET-token-1"));
        }
    }

    @Test
    void theCurrentSession_isTableausWord() {
        try (SignedInSession session = sales().with(PAT)) {
            assertThat(session.current().user().name()).isEqualTo("jo@corp.example");
            tableau.answering(TestRest.CURRENT, TestRest.DEAD);
            assertThat(catchThrowableOfType(TableauException.class, session::current)
                            .kind())
                    .isEqualTo(Kind.SESSION_LOST);
        }
    }

    @Test
    void theServersInfo_needsNoCredential() {
        assertThat(sales().serverInfo().productVersion()).isEqualTo("2025.3.1");
        assertThat(tableau.targets()).containsExactly("GET /api/2.4/serverinfo");
    }

    @Test
    void aVersionThatIsSet_isNotAskedFor() {
        try (SignedInSession session = sales().apiVersion("3.24").with(PAT)) {
            assertThat(session.apiVersion()).isEqualTo(ApiVersion.of("3.24"));
        }

        assertThat(tableau.targets()).containsExactly("POST /api/3.24/auth/signin", "POST /api/3.24/auth/signout");
    }

    @Test
    void anOwnCertificate_isTrustedIfGiven_andOtherwiseTheErrorSaysHow(@TempDir Path folder) throws Exception {
        TestCertificate own = TestCertificate.make(folder.resolve("own.p12"), "ip:127.0.0.1");
        try (TestRest secure = TestRest.overTls(own.context())) {
            TableauSignIn signIn = TableauSignIn.to(secure.address()).site("sales");
            TableauException failure = catchThrowableOfType(TableauException.class, () -> signIn.with(PAT));
            assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
            assertThat(failure).hasMessageContaining("Transport.trusting");

            try (SignedInSession session = signIn.trusting(own.pem()).with(PAT)) {
                assertThat(session.userId()).isEqualTo("user-luid");
            }
        }
    }

    @Test
    void withoutTlsVerification_thereIsAWarning(@TempDir Path folder) throws Exception {
        TestCertificate own = TestCertificate.make(folder.resolve("own.p12"), "ip:127.0.0.1");
        try (TestRest secure = TestRest.overTls(own.context());
                LogCapture log = LogCapture.of("org.vizgate")) {
            TableauSignIn signIn = TableauSignIn.to(secure.address())
                    .site("sales")
                    .over(Transport.usual().dangerouslyWithoutTlsVerification());
            try (SignedInSession session = signIn.with(PAT)) {
                assertThat(session.userId()).isEqualTo("user-luid");
            }

            assertThat(log.text()).contains("development only");
        }
    }

    @Test
    void plainHttp_leavesThisComputerOnlyIfItIsAllowed() {
        TableauSignIn plain =
                TableauSignIn.to(URI.create("http://tableau.invalid")).site("sales");
        TableauException failure = catchThrowableOfType(TableauException.class, () -> plain.with(PAT));
        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("dangerouslyAllowingHttp");

        TableauSignIn allowed = plain.over(Transport.usual().dangerouslyAllowingHttp());
        assertThat(catchThrowableOfType(TableauException.class, () -> allowed.with(PAT))
                        .kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tableau.corp.example",
                "ftp://tableau.corp.example",
                "https://jo@tableau.corp.example",
                "https://tableau.corp.example/#/site/sales",
                "https://tableau.corp.example/vizportal"
            })
    void anAddressWithMoreThanTheServer_isRefused(URI server) {
        TableauException failure = catchThrowableOfType(
                TableauException.class, () -> TableauSignIn.to(server).with(PAT));

        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("https://host");
    }

    @Test
    void anExchange_endsAtItsDeadline() {
        tableau.answering(TestRest.SERVER_INFO, request -> {
            waitForTheClientToGo();
            return Answer.json(200, "{}");
        });
        TableauSignIn hasty = sales().over(Transport.usual().within(Duration.ofMillis(50)));

        assertThat(catchThrowableOfType(TableauException.class, () -> hasty.with(PAT)))
                .hasMessageContaining("Transport.within");
        answered.countDown();
    }

    private void waitForTheClientToGo() {
        try {
            assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRestPath_staysBelowTheApi() {
        try (SignedInSession session = sales().with(PAT)) {
            assertThatIllegalArgumentException().isThrownBy(() -> session.resource("sites"));
            assertThatIllegalArgumentException().isThrownBy(() -> session.resource("//elsewhere.example/sites"));
        }
    }

    @Test
    void aKeptSession_signsInWhenItIsNeeded_renews_andSignsOut() {
        try (KeptSession kept = sales().keeping(PAT)) {
            assertThat(tableau.targets()).isEmpty();
            assertThat(kept.session().token()).isEqualTo(Secret.of("SECRET-token-1"));
            tableau.answering(
                    TestRest.CURRENT,
                    request -> request.header("X-Tableau-Auth").endsWith("-1")
                            ? TestRest.DEAD
                            : Answer.json(200, TestRest.session("user-luid")));

            String token = kept.call(session -> {
                if (session.token().reveal().endsWith("-1")) {
                    throw new TableauException(Kind.SESSION_LOST, "401002");
                }
                return session.token().reveal();
            });

            assertThat(token).isEqualTo("SECRET-token-2");
        }

        assertThat(signOuts()).containsExactly("SECRET-token-2");
    }

    @Test
    void aKeysPublicHalf_isShown() {
        assertThat(SigningKey.ofPem(Secret.of(TestKeys.pkcs8(TestKeys.FIRST)))
                        .publicKey()
                        .pem())
                .startsWith("-----BEGIN PUBLIC KEY-----");
    }

    @Test
    void nothingSecret_isLogged() {
        try (LogCapture log = LogCapture.ofEverything()) {
            tableau.answering(TestRest.SIGN_OUT, new Answer(500, Map.of(), "SECRET"));
            try (SignedInSession session = sales().with(PAT)) {
                assertThat(session.current().user().id()).isEqualTo("user-luid");
            }
            assertThat(log.text()).doesNotContain("SECRET");
        }
    }

    private List<String> signOuts() {
        return tableau.asked(TestRest.SIGN_OUT).stream()
                .map(request -> request.header("X-Tableau-Auth"))
                .toList();
    }
}
