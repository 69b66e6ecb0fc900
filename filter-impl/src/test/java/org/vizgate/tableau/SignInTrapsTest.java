package org.vizgate.tableau;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UsernamePassword;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.TestFailures;
import org.vizgate.outbound.TestSenders;
import org.vizgate.session.Secret;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What goes wrong when programs sign in, and what is said about it. */
class SignInTrapsTest {
    private static final PersonalAccessToken PAT = new PersonalAccessToken("ci", Secret.of("SECRET-pat"));
    private static final ConnectedApp APP = new ConnectedApp("client", "id", Secret.of("SECRET-app"), "jo");

    private final TestRest tableau = TestRest.open();
    private final HttpSender sender = TestSenders.ordinary();
    private final List<Duration> paused = new ArrayList<>();
    private final TableauSignIns signIns = TestRest.signIns(sender, Clock.systemUTC(), paused::add);

    @AfterEach
    void close() {
        sender.close();
        tableau.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirect_isNotFollowed_andTheErrorNamesTheAddressToConfigure(int status) {
        try (LoopbackServer elsewhere = LoopbackServer.answering(Answer.json(200, "{}"))) {
            URI target = elsewhere.at("/api/3.27/auth/signin?SECRET");
            TableauException failure = failureOf(Answer.redirect(status, target));

            assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
            assertThat(failure)
                    .hasMessageContaining("to " + elsewhere.address() + ":")
                    .hasMessageContaining("final https address");
            assertThat(elsewhere.received()).isEmpty();
            assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(1);
        }
    }

    @Test
    void a405_isARedirectThatSomebodyFollowed() {
        TableauException failure = failureOf(TestRest.error(405, "405000"));

        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("https").hasMessageContaining("pod");
    }

    @Test
    void a401001_saysThatTableauDoesNotTellWhichIsWrong() {
        TableauException failure = failureOf(TestRest.error(401, "401001"));

        assertThat(failure.kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
        assertThat(failure.code()).contains("401001");
        assertThat(failure)
                .hasMessageContaining("\"ci\"")
                .hasMessageContaining("\"sales\"")
                .hasMessageContaining("My Account Settings");
        assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400000, CONFIGURATION",
        "403, 403004, FORBIDDEN",
        "404, 404002, NOT_FOUND",
        "404, 404003, CONFIGURATION",
        "500, 500000, UNAVAILABLE"
    })
    void otherErrors_areSortedByWhatToDo(int status, String code, Kind kind) {
        assertThat(failureOf(TestRest.error(status, code)).kind()).isEqualTo(kind);
        assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(1);
    }

    @Test
    void anEmpty401_isSortedByItsStatus() {
        assertThat(failureOf(new Answer(401, Map.of(), "")).kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><body>SECRET sign in</body></html>", "", "SECRET", "{\"credentials\":{}}"})
    void aPageWithStatus200_isNotTableau(String body) {
        TableauException failure = failureOf(Answer.of(200, "text/html", body));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_TABLEAU);
        assertThat(failure).hasMessageContaining("proxy");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void aBusyServer_isAskedThreeTimesAtMost_withANewJwtEachTime(int status) {
        tableau.answering(TestRest.SIGN_IN, new Answer(status, Map.of(), ""));
        TableauException failure = failureOf(APP);

        assertThat(failure.kind()).isEqualTo(status == 429 ? Kind.THROTTLED : Kind.UNAVAILABLE);
        Set<String> bodies = new HashSet<>();
        tableau.asked(TestRest.SIGN_IN).forEach(request -> bodies.add(request.body()));
        assertThat(bodies).hasSize(3);
        assertThat(paused).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000));
    }

    @Test
    void aServerThatRecovers_isSignedInToAtTheSecondAttempt() {
        AtomicInteger asked = new AtomicInteger();
        tableau.answering(
                TestRest.SIGN_IN,
                request -> asked.incrementAndGet() == 1
                        ? new Answer(503, Map.of("Retry-After", "2"), "")
                        : Answer.json(200, tableau.credentials("sales")));

        assertThat(signIns.signIn(tableau.place("sales"), PAT).userId()).isEqualTo("user-luid");
        assertThat(paused).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void aServerThatAsksForMorePatience_isNotAskedAgain() {
        TableauException failure = failureOf(new Answer(429, Map.of("Retry-After", "60"), ""));

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(60));
        assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(1);
    }

    @Test
    void aRefusedConnection_isTriedAgain() {
        tableau.close();
        TableauSignIns fixed = new TableauSignIns(
                sender,
                TestKeys.JSON,
                new SignInJwts(TestKeys.JSON, TestKeys.RANDOM, Clock.systemUTC()),
                new TableauRestClient(sender, TestKeys.JSON, Optional.of(ApiVersions.USUAL), Clock.systemUTC())
                        .versions(),
                paused::add,
                Clock.systemUTC());

        TableauException failure =
                catchThrowableOfType(TableauException.class, () -> fixed.signIn(tableau.place("sales"), PAT));

        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(paused).hasSize(2);
    }

    @Test
    void aVersionThatIsNotTold_isReported() {
        tableau.answering(TestRest.SERVER_INFO, new Answer(503, Map.of(), ""));

        assertThat(failureOf(PAT).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(tableau.targets()).containsExactly("GET /api/2.4/serverinfo");
    }

    @Test
    void theVersion_isAskedOnce() {
        signIns.signIn(tableau.place("sales"), PAT);
        signIns.signIn(tableau.place("sales"), PAT);

        assertThat(tableau.asked(TestRest.SERVER_INFO)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"3.5, 3.6", "2.8, 3.6"})
    void anOldServer_doesNotKnowPersonalAccessTokens(String spoken, String needed) {
        tableau.answering(TestRest.SERVER_INFO, Answer.json(200, TestRest.serverInfo(spoken)));
        TableauException failure = failureOf(PAT);

        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure).hasMessageContaining(spoken).hasMessageContaining(needed);
        assertThat(tableau.asked(TestRest.SIGN_IN)).isEmpty();
    }

    @Test
    void versionTen_comesAfterNine() {
        tableau.answering(TestRest.SERVER_INFO, Answer.json(200, TestRest.serverInfo("3.10")));

        assertThat(signIns.signIn(tableau.place("sales"), PAT).apiVersion()).hasToString("3.10");
    }

    @Test
    void connectedAppsNeed317_andUnifiedAccess327() {
        tableau.answering(TestRest.SERVER_INFO, Answer.json(200, TestRest.serverInfo("3.16")));
        assertThat(failureOf(APP)).hasMessageContaining("3.17");
        tableau.answering(TestRest.SERVER_INFO, Answer.json(200, TestRest.serverInfo("3.26")));
        TableauSignIns later = TestRest.signIns(sender, Clock.systemUTC(), paused::add);
        assertThat(catchThrowableOfType(
                        TableauException.class,
                        () -> later.signIn(tableau.place("sales"), SignedJwt.ofUnifiedAccess(Secret.of("a.b.c")))))
                .hasMessageContaining("3.27");
    }

    @ParameterizedTest
    @CsvSource({
        "https://online.tableau.com, sales, pod",
        "https://prod-ca-a.online.tableau.com, '', content URL",
        "https://tableau.corp.example:8850, sales, Services Manager"
    })
    void addressesThatCannotBeRight_areRefusedBeforeAnythingIsSent(URI server, String site, String hint) {
        TableauException failure = catchThrowableOfType(
                TableauException.class, () -> signIns.signIn(new SignInPlace(server, site, Optional.empty()), PAT));

        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure).hasMessageContaining(hint);
    }

    @Test
    void cloud_takesNoPasswordsAndNoImpersonation() {
        URI pod = URI.create("https://prod-ca-a.online.tableau.com");
        assertThat(catchThrowableOfType(
                        TableauException.class,
                        () -> signIns.signIn(
                                new SignInPlace(pod, "sales", Optional.empty()),
                                new UsernamePassword("jo", Secret.of("SECRET")))))
                .hasMessageContaining("personal access token");
        assertThat(catchThrowableOfType(
                        TableauException.class,
                        () -> signIns.signIn(new SignInPlace(pod, "sales", Optional.of("luid")), PAT)))
                .hasMessageContaining("impersonation");
    }

    @Test
    void aClockThatIsWrong_isWarnedOf_andNamedWhenAJwtIsRefused() {
        SetClock wrong = new SetClock(Instant.parse("2026-01-01T00:02:00Z"));
        tableau.answering(
                TestRest.SIGN_IN,
                new Answer(401, Map.of("Date", "Thu, 01 Jan 2026 00:00:00 GMT"), "{\"error\":{\"code\":\"401001\"}}"));
        TableauSignIns late = TestRest.signIns(sender, wrong, paused::add);
        try (LogCapture log = LogCapture.of("org.vizgate")) {
            // The server of the JDK writes a Date of its own, which is far from the set clock as well.
            TableauException failure =
                    catchThrowableOfType(TableauException.class, () -> late.signIn(tableau.place("sales"), APP));

            assertThat(failure).hasMessageMatching("(?s).*our clock differs from Tableau's by -?\\d+ seconds.*");
            assertThat(log.text()).contains("set the clock").doesNotContain("SECRET");
        }
    }

    private TableauException failureOf(Answer answer) {
        tableau.answering(TestRest.SIGN_IN, answer);
        return failureOf(PAT);
    }

    private TableauException failureOf(TableauCredential credential) {
        try (LogCapture log = LogCapture.ofEverything()) {
            TableauException failure = catchThrowableOfType(
                    TableauException.class, () -> signIns.signIn(tableau.place("sales"), credential));
            assertThat(TestFailures.allOf(failure)).doesNotContain("SECRET");
            assertThat(log.text()).doesNotContain("SECRET");
            return failure;
        }
    }
}
