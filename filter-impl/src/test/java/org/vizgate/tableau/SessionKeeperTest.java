package org.vizgate.tableau;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.TestSenders;
import org.vizgate.session.Secret;
import org.vizgate.testing.Parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SessionKeeperTest {
    private static final PersonalAccessToken PAT = new PersonalAccessToken("ci", Secret.of("SECRET-pat"));
    private static final Answer REFUSED = TestRest.error(401, "401001");

    private final TestRest tableau = TestRest.open();
    private final HttpSender sender = TestSenders.ordinary();
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final SessionKeeper keeper = keeper();

    private SessionKeeper keeper() {
        return new SessionKeeper(tableau.place("sales"), PAT, TestKeepers.tools(sender, now));
    }

    @AfterEach
    void close() {
        sender.close();
        tableau.close();
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private int signIns() {
        return tableau.asked(TestRest.SIGN_IN).size();
    }

    private static TableauException lost() {
        return new TableauException(Kind.SESSION_LOST, "401002");
    }

    @Test
    void nobody_isAskedBeforeASessionIsNeeded() {
        assertThat(tableau.targets()).isEmpty();
        assertThat(keeper.session().token()).isEqualTo(Secret.of("SECRET-token-1"));
        assertThat(keeper.session().user().name()).isEqualTo("jo@corp.example");
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void ahundredThreadsAtTheStart_areOneSignIn() {
        Set<SharedSession> sessions = new HashSet<>();
        sessions.addAll(Parallel.run(100, keeper::session));

        assertThat(sessions).hasSize(1);
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void ahundredThreadsAtExpiry_areOneRenewal() {
        keeper.session();
        passes(Duration.ofMinutes(110));

        assertThat(new HashSet<>(Parallel.run(100, keeper::session))).hasSize(1);
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void aFailedSignIn_isAFailureForAllWhoWait_andNoQueueOfRetries() {
        tableau.answering(TestRest.SIGN_IN, REFUSED);

        List<Kind> kinds = Parallel.run(100, () -> failure().kind());

        assertThat(kinds).hasSize(100).containsOnly(Kind.CREDENTIALS_REJECTED);
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void aSession_isUsedUntilItIs110MinutesOld() {
        SharedSession first = keeper.session();
        for (int minutes = 20; minutes <= 100; minutes += 20) {
            passes(Duration.ofMinutes(20));
            assertThat(keeper.session()).isSameAs(first);
        }
        passes(Duration.ofMinutes(10).minusNanos(1));
        assertThat(keeper.session()).isSameAs(first);
        passes(Duration.ofNanos(1));
        assertThat(keeper.session()).isNotSameAs(first);
        assertThat(tableau.asked(TestRest.SIGN_OUT)).isEmpty();
    }

    @Test
    void aSession_isUsedUntilItWasIdleFor25Minutes() {
        SharedSession first = keeper.session();
        passes(Duration.ofMinutes(25).minusNanos(1));
        assertThat(keeper.session()).isSameAs(first);
        passes(Duration.ofMinutes(25));
        assertThat(keeper.session()).isNotSameAs(first);
    }

    @Test
    void aRenewalThatFails_letsOneGoOnAWhile() {
        SharedSession first = keeper.session();
        tableau.answering(TestRest.SIGN_IN, new Answer(500, Map.of(), ""));
        passes(Duration.ofMinutes(24));
        for (int i = 0; i < 4; i++) {
            assertThat(keeper.session()).isSameAs(first);
            passes(Duration.ofMinutes(22));
        }

        assertThat(keeper.session()).isSameAs(first);
        assertThat(keeper.session()).isSameAs(first);
        assertThat(signIns()).isEqualTo(2);
        passes(Duration.ofMinutes(5));
        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void refusedCredentials_areNotSentAgainFor30Seconds_thenAMinute_upToTen() {
        tableau.answering(TestRest.SIGN_IN, REFUSED);
        assertThat(failure().kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
        for (long seconds : new long[] {30, 60, 120, 240, 480, 600, 600}) {
            int before = signIns();
            passes(Duration.ofSeconds(seconds).minusNanos(1));
            TableauException soon = failure();
            assertThat(soon.kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
            assertThat(soon).hasMessageContaining("not tried again");
            assertThat(signIns()).isEqualTo(before);
            passes(Duration.ofNanos(1));
            assertThat(failure()).hasMessageNotContaining("not tried again");
            assertThat(signIns()).isEqualTo(before + 1);
        }
    }

    @Test
    void credentialsThatWereCorrected_closeTheCircuit() {
        tableau.answering(TestRest.SIGN_IN, REFUSED);
        failure();
        tableau.answering(TestRest.SIGN_IN, request -> Answer.json(200, tableau.credentials("sales")));
        passes(Duration.ofSeconds(30));

        assertThat(keeper.session().token()).isEqualTo(Secret.of("SECRET-token-1"));
    }

    @Test
    void tableauInTrouble_isAskedAgainSoon_butNotByEverybody() {
        tableau.answering(TestRest.SIGN_IN, new Answer(500, Map.of(), ""));
        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        failure();
        assertThat(signIns()).isEqualTo(1);
        passes(Duration.ofSeconds(1));
        failure();
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void aCallThatFindsTheSessionEnded_isRepeatedOnceWithANewOne() {
        keeper.session();
        passes(Duration.ofMinutes(20));
        AtomicInteger calls = new AtomicInteger();

        String token = keeper.call(session -> {
            if (calls.incrementAndGet() == 1) {
                throw lost();
            }
            return session.token().reveal();
        });

        assertThat(token).isEqualTo("SECRET-token-2");
        assertThat(calls).hasValue(2);
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void aCallThatIsRefusedForEver_isAMissingScope_afterExactlyOneRenewal() {
        keeper.session();
        passes(Duration.ofMinutes(20));
        AtomicInteger calls = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            assertThat(failureOfCall(calls).kind()).isEqualTo(Kind.SCOPE_MISSING);
        }

        assertThat(signIns()).isEqualTo(2);
        assertThat(calls).hasValue(2 + 1 + 1);
    }

    @Test
    void otherFailures_areNotRepeated() {
        AtomicInteger calls = new AtomicInteger();
        assertThat(catchThrowableOfType(
                                TableauException.class,
                                () -> keeper.call(session -> {
                                    calls.incrementAndGet();
                                    throw new TableauException(Kind.FORBIDDEN, "403004");
                                }))
                        .kind())
                .isEqualTo(Kind.FORBIDDEN);
        assertThat(calls).hasValue(1);
    }

    @Test
    void threadsThatLoseOneSession_renewItOnce() {
        SharedSession first = keeper.session();
        passes(Duration.ofMinutes(20));

        List<String> tokens = Parallel.run(
                100,
                () -> keeper.call(session -> {
                    if (session == first) {
                        throw lost();
                    }
                    return session.token().reveal();
                }));

        assertThat(tokens).hasSize(100).containsOnly("SECRET-token-2");
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void aReportedLoss_isBelievedAfterTableauWasAsked() {
        SharedSession first = keeper.session();
        tableau.answering(
                TestRest.CURRENT,
                request -> request.header("X-Tableau-Auth").endsWith("-1")
                        ? TestRest.DEAD
                        : Answer.json(200, TestRest.session("user-luid")));
        first.reportLost();
        assertThat(signIns()).isEqualTo(1);

        assertThat(keeper.session().token()).isEqualTo(Secret.of("SECRET-token-2"));
    }

    @Test
    void aReportedLossOfASessionThatLives_isAMissingScope_andRenewsNothing() {
        try (LogCapture log = LogCapture.of("org.vizgate")) {
            SharedSession first = keeper.session();
            for (int i = 0; i < 3; i++) {
                first.reportLost();
                assertThat(keeper.session()).isSameAs(first);
            }

            assertThat(signIns()).isEqualTo(1);
            assertThat(log.text()).containsOnlyOnce("a scope is missing").doesNotContain("SECRET");
        }
    }

    @Test
    void theSameTokenUsedElsewhere_isWarnedOfOnce_andSignInsAreBounded() {
        AtomicInteger alive = new AtomicInteger();
        tableau.answering(TestRest.SIGN_IN, request -> {
            alive.incrementAndGet();
            return Answer.json(200, tableau.credentials("sales"));
        });
        tableau.answering(
                TestRest.CURRENT,
                request -> request.header("X-Tableau-Auth").equals("SECRET-token-" + alive.get())
                        ? Answer.json(200, TestRest.session("user-luid"))
                        : TestRest.DEAD);
        SessionKeeper other = keeper();
        try (LogCapture log = LogCapture.of("org.vizgate")) {
            for (int second = 0; second < 120; second++) {
                useOnce(keeper);
                useOnce(other);
                passes(Duration.ofSeconds(1));
            }

            // Without the back-off it were more than two hundred.
            assertThat(signIns()).isLessThan(12);
            assertThat(log.text()).contains("\"ci\" used elsewhere").doesNotContain("SECRET");
        }
    }

    private static void useOnce(SessionKeeper one) {
        try {
            one.session().reportLost();
        } catch (TableauException e) {
            assertThat(e.kind()).isEqualTo(Kind.SESSION_LOST);
        }
    }

    @Test
    void closing_signsOutOnce_andGivesNoMoreSessions() {
        keeper.session();
        keeper.close();
        keeper.close();

        assertThat(tableau.asked(TestRest.SIGN_OUT)).hasSize(1);
        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void closingWithADeadSession_isNoError() {
        tableau.answering(TestRest.SIGN_OUT, TestRest.DEAD);
        keeper.session();

        keeper.close();

        assertThat(tableau.asked(TestRest.SIGN_OUT)).hasSize(1);
    }

    @Test
    void closingDuringASignIn_leavesNoSessionBehind() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        tableau.answering(TestRest.SIGN_IN, request -> {
            asked.countDown();
            await(mayAnswer);
            return Answer.json(200, tableau.credentials("sales"));
        });
        List<Kind> kinds = new ArrayList<>();
        Thread user = new Thread(() -> kinds.add(failure().kind()));
        user.start();
        await(asked);
        keeper.close();
        mayAnswer.countDown();
        user.join();

        assertThat(kinds).containsExactly(Kind.UNAVAILABLE);
        assertThat(tableau.asked(TestRest.SIGN_OUT)).hasSize(1);
    }

    @Test
    void eachSignIn_hasAJwtOfItsOwn() {
        ConnectedApp app = new ConnectedApp("client", "id", Secret.of("SECRET"), "jo");
        SessionKeeper jwts = new SessionKeeper(tableau.place("sales"), app, TestKeepers.tools(sender, now));
        jwts.session();
        passes(Duration.ofMinutes(30));
        jwts.session();

        assertThat(tableau.asked(TestRest.SIGN_IN).get(0).body())
                .isNotEqualTo(tableau.asked(TestRest.SIGN_IN).get(1).body());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private TableauException failure() {
        return catchThrowableOfType(TableauException.class, keeper::session);
    }

    private TableauException failureOfCall(AtomicInteger calls) {
        return catchThrowableOfType(
                TableauException.class,
                () -> keeper.call(session -> {
                    calls.incrementAndGet();
                    throw lost();
                }));
    }
}
