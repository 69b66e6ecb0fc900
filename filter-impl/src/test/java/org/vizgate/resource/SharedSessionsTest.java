package org.vizgate.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.accesstoken.TableauClaims;
import org.vizgate.accesstoken.UserClaims;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.TableauCredential;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.TestKeys;
import org.vizgate.limit.TestAttempts;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.TestSenders;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauCaller;
import org.vizgate.tableau.ConfiguredSessions;
import org.vizgate.tableau.CredentialTemplate;
import org.vizgate.tableau.SiteLock;
import org.vizgate.tableau.TestKeepers;
import org.vizgate.tableau.TestRest;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SharedSessionsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final PersonalAccessToken PAT = new PersonalAccessToken("ci", Secret.of("SECRET-pat"));
    private static final ConnectedApp FOR_CALLERS =
            new ConnectedApp("client", "id", Secret.of("SECRET"), "{OAUTH_USERNAME}");
    private static final SiteLock SALES = new SiteLock("sales", true);

    private final SetClock clock = new SetClock(NOW);
    private final AtomicLong ages = new AtomicLong();
    private final TestRest tableau = TestRest.open();
    private final HttpSender sender = TestSenders.ordinary();
    private final AccessTokens accessTokens = new AccessTokens(
            TestKeys.cipher(AccessTokenFormat.DIRECT, TestKeys.FIRST),
            TestKeys.JSON,
            TestKeys.ISSUER,
            Set.of(TestKeys.ISSUER),
            Duration.ofSeconds(5),
            TestAttempts.unlimited(),
            clock);

    @AfterEach
    void close() {
        sender.close();
        tableau.close();
    }

    private SharedSessions sessions(TableauCredential credential) {
        return new SharedSessions(
                new ConfiguredSessions(
                        tableau.place("sales"), new CredentialTemplate(credential), TestKeepers.tools(sender, ages)),
                SALES);
    }

    private TableauCaller caller(SharedSessions sessions, Optional<TableauClaims> tableau, Optional<UserClaims> user) {
        AccessTokenClaims claims = new AccessTokenClaims(
                "token-1",
                user.isPresent() || tableau.isPresent() ? "caller-luid" : "client-1",
                "client-1",
                "grant-1",
                List.of(TestKeys.ISSUER),
                Scopes.of("tableau:content:read"),
                NOW,
                NOW.plusSeconds(3600),
                tableau,
                user);
        return sessions.standing(accessTokens.verify(accessTokens.issue(claims), TestAttempts.SOMEBODY))
                .caller();
    }

    private TableauCaller zoe(SharedSessions sessions) {
        return caller(sessions, Optional.empty(), Optional.of(new UserClaims("zoe", "sales")));
    }

    @Test
    void aCaller_isWhoSignedIn_withTheGatesSession() {
        TableauCaller caller = zoe(sessions(PAT));

        assertThat(caller.subject()).isEqualTo("caller-luid");
        assertThat(caller.getName()).isEqualTo("zoe");
        assertThat(caller.clientId()).isEqualTo("client-1");
        assertThat(caller.expiresAt()).isEqualTo(NOW.plusSeconds(3600));
        assertThat(caller.session().token()).isEqualTo(Secret.of("SECRET-token-1"));
        assertThat(caller.session().user().name()).isEqualTo("jo@corp.example");
        assertThat(caller.session().site().contentUrl()).isEqualTo("sales");
        assertThat(caller.toString() + caller.session()).doesNotContain("SECRET");
    }

    @Test
    void callers_shareTheSession() {
        SharedSessions sessions = sessions(PAT);

        assertThat(zoe(sessions).session()).isSameAs(zoe(sessions).session());
        assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(1);
    }

    @Test
    void aTokenOfATimeWithSessionsInside_isGoodAllTheSame() {
        TableauClaims inside = new TableauClaims(
                tableau.address(),
                Secret.of("SECRET-own"),
                "caller-luid",
                "zoe",
                "site-luid",
                "sales",
                NOW.plusSeconds(7200));

        assertThat(caller(sessions(PAT), Optional.of(inside), Optional.empty())
                        .session()
                        .token())
                .isEqualTo(Secret.of("SECRET-token-1"));
    }

    @Test
    void aClientThatActsForItself_hasTheSession_andNoUser() {
        TableauCaller caller = caller(sessions(PAT), Optional.empty(), Optional.empty());

        assertThat(caller.subject()).isEqualTo("client-1");
        assertThat(caller.getName()).isEqualTo("client-1");
        assertThat(caller.session().token()).isEqualTo(Secret.of("SECRET-token-1"));
    }

    @Test
    void aClientThatActsForItself_isNeverTakenForAUser() {
        SharedSessions sessions = sessions(FOR_CALLERS);
        OAuthException refusal =
                catchThrowableOfType(OAuthException.class, () -> caller(sessions, Optional.empty(), Optional.empty()));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(tableau.targets()).isEmpty();
    }

    @Test
    void aTokenOfAnotherSite_isInvalid() {
        SharedSessions sessions = sessions(FOR_CALLERS);
        OAuthException refusal = catchThrowableOfType(
                OAuthException.class,
                () -> caller(sessions, Optional.empty(), Optional.of(new UserClaims("zoe", "marketing"))));

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(tableau.targets()).isEmpty();
    }

    @Test
    void aCredentialThatIsRefused_isNotTheCallersFault() {
        tableau.answering(TestRest.SIGN_IN, TestRest.error(401, "401001"));
        SharedSessions sessions = sessions(PAT);
        try (LogCapture log = LogCapture.of("org.vizgate")) {
            for (int i = 0; i < 20; i++) {
                OAuthException refusal = catchThrowableOfType(OAuthException.class, () -> zoe(sessions));
                assertThat(refusal.code()).isEqualTo(ErrorCode.TEMPORARILY_UNAVAILABLE);
                assertThat(refusal.error().description()).doesNotContain("ci").doesNotContain("SECRET");
            }
            assertThat(log.text()).contains("401001").doesNotContain("SECRET");
        }
        assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(1);
    }

    @Test
    void aLostSession_isRenewedForTheNextRequest_afterItWasReported() {
        SharedSessions sessions = sessions(PAT);
        tableau.answering(
                TestRest.CURRENT,
                request -> request.header("X-Tableau-Auth").endsWith("-1")
                                && tableau.asked(TestRest.CURRENT).size() > 1
                        ? TestRest.DEAD
                        : Answer.json(200, TestRest.session("user-luid")));
        TableauCaller first = zoe(sessions);
        first.session().reportLost();

        assertThat(zoe(sessions).session().token()).isEqualTo(Secret.of("SECRET-token-2"));
        assertThat(first.session().token()).isEqualTo(Secret.of("SECRET-token-1"));
    }
}
