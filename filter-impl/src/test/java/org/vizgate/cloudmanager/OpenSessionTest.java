package org.vizgate.cloudmanager;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.session.Secret;
import org.vizgate.testing.Parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The life of a session: its end, the login after it, and the logout. */
class OpenSessionTest {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Answer NONE = Answer.json(200, "[]");
    private static final Answer DEAD = Answer.json(401, "{\"message\":\"m\",\"errorCode\":\"E_401\"}");
    private static final SignedJwt FOREIGN_JWT = SignedJwt.ofUnifiedAccess(Secret.of("eyJ.SECRET.jwt"));

    @Test
    void anIdleSession_isReplaced_beforeTheCall() {
        try (TestCloudManager manager = TestCloudManager.answering(NONE);
                OpenSession session = manager.session()) {
            manager.timePasses(IDLE);
            assertThat(session.remaining()).isZero();

            session.configurations();

            assertThat(manager.logins()).isEqualTo(2);
            assertThat(manager.received()).hasSize(3);
            assertThat(manager.last().header("x-tableau-session-token")).isEqualTo("SECRET:+/=-2");
            assertThat(session.remaining()).isEqualTo(IDLE);
        }
    }

    @Test
    void aSessionInUse_isKept() {
        try (TestCloudManager manager = TestCloudManager.answering(NONE);
                OpenSession session = manager.session()) {
            for (int call = 0; call < 3; call++) {
                manager.timePasses(IDLE.minusNanos(1));
                session.configurations();
            }

            assertThat(manager.logins()).isEqualTo(1);
        }
    }

    @Test
    void afterFourHours_aSessionInUseIsReplaced_withANewJwt() {
        UnifiedAccess access = new UnifiedAccess(
                "tenant-1", "issuer", SigningKey.ofPem(Secret.of(TestKeys.pkcs8(TestKeys.FIRST))), "jo");
        try (TestCloudManager manager = TestCloudManager.answering(NONE);
                OpenSession session = manager.session(access)) {
            for (int call = 0; call < 12; call++) {
                manager.timePasses(Duration.ofMinutes(20));
                session.header();
            }

            assertThat(manager.logins()).isEqualTo(2);
            assertThat(manager.received()).extracting(Received::body).doesNotHaveDuplicates();
        }
    }

    @Test
    void theHeader_isOfALivingSession_andCountsAsACall() {
        try (TestCloudManager manager = TestCloudManager.answering(NONE);
                OpenSession session = manager.session()) {
            manager.timePasses(IDLE);
            assertThat(session.header().value()).isEqualTo(Secret.of("SECRET:+/=-2"));
            manager.timePasses(Duration.ofMinutes(20));
            session.header();

            assertThat(session.remaining()).isEqualTo(IDLE);
        }
    }

    @Test
    void aForeignJwt_isNotSentTwice_andTheCallIsNotMade() {
        try (TestCloudManager manager = TestCloudManager.answering(NONE);
                OpenSession session = manager.session(FOREIGN_JWT)) {
            manager.timePasses(IDLE);

            assertThat(failureOf(session).kind()).isEqualTo(Kind.SESSION_LOST);
            assertThat(manager.received()).hasSize(1);
        }
    }

    @Test
    void a401_isOneNewLogin_andTheCallOnceMore() {
        AtomicInteger calls = new AtomicInteger();
        try (TestCloudManager manager =
                        TestCloudManager.answering(request -> calls.incrementAndGet() == 1 ? DEAD : NONE);
                OpenSession session = manager.session()) {
            assertThat(session.configurations()).isEmpty();

            assertThat(manager.logins()).isEqualTo(2);
            assertThat(calls).hasValue(2);
            assertThat(manager.last().header("x-tableau-session-token")).isEqualTo("SECRET:+/=-2");
        }
    }

    @Test
    void a401_afterTheNewLogin_isTheCallersToKnow() {
        AtomicInteger calls = new AtomicInteger();
        try (TestCloudManager manager = TestCloudManager.answering(request -> {
                    calls.incrementAndGet();
                    return DEAD;
                });
                OpenSession session = manager.session()) {
            TableauException failure = failureOf(session);

            assertThat(failure.kind()).isEqualTo(Kind.SESSION_LOST);
            assertThat(failure.code()).contains("E_401");
            assertThat(manager.logins()).isEqualTo(2);
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void a401_withAForeignJwt_isNoNewLogin() {
        try (TestCloudManager manager = TestCloudManager.answering(DEAD);
                OpenSession session = manager.session(FOREIGN_JWT)) {
            assertThat(failureOf(session).kind()).isEqualTo(Kind.SESSION_LOST);
            assertThat(manager.logins()).isEqualTo(1);
        }
    }

    @Test
    void manyThreads_atTheEnd_areOneLogin() {
        try (TestCloudManager manager = TestCloudManager.answering(NONE);
                OpenSession session = manager.session()) {
            manager.timePasses(IDLE);

            assertThat(Parallel.run(session::configurations)).hasSize(Parallel.THREADS);
            assertThat(manager.logins()).isEqualTo(2);
        }
    }

    @Test
    void closing_signsOutOnlyWhereItIsKnownHow() {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(204, ""))) {
            manager.session().close();
            assertThat(manager.received()).hasSize(1);

            manager.session(
                            manager.signIn().calling(CloudManagerMethod.LOGOUT, "DELETE /api/v2/sessions"),
                            TestCloudManager.TOKEN)
                    .signOut();
            assertThat(manager.last().method() + " " + manager.last().target()).isEqualTo("DELETE /api/v2/sessions");
            assertThat(manager.last().header("x-tableau-session-token")).isEqualTo("SECRET:+/=-2");
            assertThat(manager.closings()).isEqualTo(2);
        }
    }

    @Test
    void closing_twice_isClosingOnce() {
        try (TestCloudManager manager = TestCloudManager.answering(NONE)) {
            OpenSession session = manager.session();
            session.close();
            session.close();

            assertThat(manager.closings()).isEqualTo(1);
            assertThat(session).hasToString("CloudManagerSession[signed out]");
            assertThatIllegalStateException().isThrownBy(session::configurations);
            assertThatIllegalStateException().isThrownBy(session::header);
        }
    }

    @Test
    void closing_whenNobodyAnswers_isNoError() {
        try (TestCloudManager manager = TestCloudManager.answering(NONE)) {
            OpenSession session = manager.session(
                    manager.signIn().calling(CloudManagerMethod.LOGOUT, "DELETE /api/v2/sessions"),
                    TestCloudManager.TOKEN);
            manager.goAway();

            assertThatCode(session::close).doesNotThrowAnyException();
            assertThat(manager.closings()).isEqualTo(1);
        }
    }

    private static TableauException failureOf(OpenSession session) {
        return catchThrowableOfType(TableauException.class, session::configurations);
    }
}
