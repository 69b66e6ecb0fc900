package org.vizgate.resource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.access.Blocked;
import org.vizgate.access.ScopeRules;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.grant.Revocations;
import org.vizgate.jose.TestKeys;
import org.vizgate.limit.TestAttempts;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.protocol.Resources;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauCaller;
import org.vizgate.tableau.SiteLock;
import org.vizgate.tableau.TestTableau;
import org.vizgate.testing.Parallel;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PassthroughTest {
    private static final Duration INTERVAL = Duration.ofMinutes(10);
    private static final Resource RESOURCE = Resources.of(
                    URI.create(TestKeys.ISSUER), List.of(URI.create(TestKeys.ISSUER)))
            .primary();

    private final SetClock clock = new SetClock(Instant.parse("2026-01-01T12:00:00Z"));
    private final TestStore store = new TestStore();
    private final TestTableau tableau = new TestTableau();
    private final Gate gate = gate(INTERVAL, new SiteLock("", false));

    @AfterEach
    void close() {
        tableau.close();
        store.close();
    }

    @Test
    void aLivingSession_isTheCallerThatTableauNames() {
        TableauCaller caller = call(gate, "SECRET-a");

        assertThat(caller.subject()).isEqualTo("user-luid");
        assertThat(caller.getName()).isEqualTo("user-luid");
        assertThat(caller.clientId()).isEqualTo("passthrough");
        assertThat(caller.scopes()).isEqualTo(Scopes.of("tableau:content:read"));
        assertThat(caller.expiresAt()).isAfter(clock.instant());
        assertThat(caller.session().server()).isEqualTo(tableau.address());
        assertThat(caller.session().site().contentUrl()).isEqualTo("marketing");
        assertThat(caller.session().token()).isEqualTo(Secret.of("SECRET-a"));
        assertThat(caller.toString() + caller.session()).doesNotContain("SECRET");
    }

    @Test
    void withinTheInterval_tableauIsAskedOnce() {
        call(gate, "a");
        clock.advance(INTERVAL.minusMillis(1));
        call(gate, "a");
        assertThat(tableau.askedForSessions()).isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        call(gate, "a");

        assertThat(tableau.askedForSessions()).isEqualTo(2);
    }

    @Test
    void anIntervalOfZero_asksAtEachRequest() {
        Gate eager = gate(Duration.ZERO, new SiteLock("", false));
        call(eager, "a");
        call(eager, "a");

        assertThat(tableau.askedForSessions()).isEqualTo(2);
    }

    @Test
    void fiftyFirstRequestsAtOnce_askTableauOnce() {
        assertThat(Parallel.run(() -> call(gate, "a").subject())).containsOnly("user-luid");
        assertThat(tableau.askedForSessions()).isEqualTo(1);
    }

    /** The attack: somebody else's verdict is taken for one's own. */
    @Test
    void anotherSession_isAskedForItself() {
        call(gate, "a");
        tableau.signsIn("other-luid", "other");

        assertThat(call(gate, "b").subject()).isEqualTo("other-luid");
        assertThat(call(gate, "a").subject()).isEqualTo("user-luid");
    }

    @Test
    void aDeadSession_isInvalidAndStaysSo() {
        tableau.answersSessionsWith(401);
        assertRefused(ErrorCode.INVALID_TOKEN, gate, "a");
        tableau.answersSessionsWith(200);

        assertRefused(ErrorCode.INVALID_TOKEN, gate, "a");
        assertThat(tableau.askedForSessions()).isEqualTo(1);
    }

    @Test
    void aSessionThatEnds_isInvalidAfterTheInterval() {
        call(gate, "a");
        tableau.answersSessionsWith(401);
        clock.advance(INTERVAL);

        assertRefused(ErrorCode.INVALID_TOKEN, gate, "a");
    }

    @Test
    void aSessionThatTheApplicationLost_isAskedForAtOnce() {
        call(gate, "a").session().reportLost();
        tableau.answersSessionsWith(401);

        assertRefused(ErrorCode.INVALID_TOKEN, gate, "a");
    }

    @Test
    void withoutTableau_aSessionItNeverVouchedFor_isUnavailable() {
        tableau.answersSessionsWith(503);
        assertRefused(ErrorCode.TEMPORARILY_UNAVAILABLE, gate, "a");
        tableau.answersSessionsWith(200);
        clock.advance(Duration.ofSeconds(1));

        assertThat(call(gate, "a").subject()).isEqualTo("user-luid");
    }

    @Test
    void withoutTableau_aSessionItVouchedFor_goesOnButNotForEver() {
        call(gate, "a");
        tableau.answersSessionsWith(503);
        clock.advance(INTERVAL);
        assertThat(call(gate, "a").subject()).isEqualTo("user-luid");
        clock.advance(Duration.ofDays(2));

        assertRefused(ErrorCode.TEMPORARILY_UNAVAILABLE, gate, "a");
    }

    @Test
    void aSessionOfABlockedUser_isInvalid() {
        tableau.signsIn("blocked-user", "marketing");

        assertRefused(ErrorCode.INVALID_TOKEN, gate, "a");
    }

    @Test
    void onALockedSite_aSessionOfAnotherIsInvalid() {
        assertRefused(ErrorCode.INVALID_TOKEN, gate(INTERVAL, new SiteLock("sales", true)), "a");
        assertThat(call(gate(INTERVAL, new SiteLock("marketing", true)), "a").getName())
                .isEqualTo("name of user-luid");
    }

    /** The attack: a header that becomes another one, or a long one that fills the memory or Tableau's log. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\r\nX-Other: b", "\u00e9", "long"})
    void whatIsNoToken_isRefusedWithoutACall(String token) {
        assertRefused(ErrorCode.INVALID_REQUEST, gate, token.equals("long") ? "a".repeat(4097) : token);
        assertThat(tableau.askedForSessions()).isZero();
    }

    @Test
    void twoSessions_areABadRequest() {
        assertThat(refusal(List.of(), List.of("a", "b"), gate)).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    /** R11. */
    @Test
    void aSessionBesideABearerToken_isABadRequest() {
        assertThat(refusal(List.of("Bearer x"), List.of("a"), gate)).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(tableau.askedForSessions()).isZero();
    }

    @Test
    void whereItIsOff_aSessionIsNobody() {
        assertThat(gate(Optional.empty(), new SiteLock("", false))
                        .caller(List.of(), List.of("a"), null, RESOURCE, TestAttempts.SOMEBODY))
                .isEmpty();
        assertThat(tableau.askedForSessions()).isZero();
    }

    @Test
    void noSession_isEverSignedOut() {
        call(gate, "a").session().reportLost();
        tableau.answersSessionsWith(401);
        assertRefused(ErrorCode.INVALID_TOKEN, gate, "a");

        assertThat(tableau.askedForSignOuts()).isZero();
    }

    private Gate gate(Duration interval, SiteLock site) {
        return gate(
                Optional.of(new Passthrough(
                        tableau.address(),
                        new SessionLiveness(tableau.rest(), Optional.of(interval), false, clock),
                        site,
                        Scopes.of("tableau:content:read"))),
                site);
    }

    private Gate gate(Optional<Passthrough> passthrough, SiteLock site) {
        AccessTokens accessTokens = new AccessTokens(
                TestKeys.lenientCipher(TestKeys.FIRST),
                TestKeys.JSON,
                TestKeys.ISSUER,
                Set.of(TestKeys.ISSUER),
                Duration.ofSeconds(5),
                TestAttempts.unlimited(),
                clock);
        return new Gate(
                accessTokens,
                new Revocations(store, Duration.ZERO, Duration.ofHours(1), clock),
                new EmbeddedSessions(
                        new SessionLiveness(tableau.rest(), Optional.empty(), false, clock), tableau.hosts(), site),
                ScopeRules.none(),
                true,
                new Blocked(Set.of(), Set.of("blocked-user")),
                passthrough,
                clock);
    }

    private static TableauCaller call(Gate gate, String session) {
        return gate.caller(List.of(), List.of(session), null, RESOURCE, TestAttempts.SOMEBODY)
                .orElseThrow();
    }

    private static ErrorCode refusal(List<String> authorization, List<String> sessions, Gate gate) {
        return catchThrowableOfType(
                        OAuthException.class,
                        () -> gate.caller(authorization, sessions, null, RESOURCE, TestAttempts.SOMEBODY))
                .code();
    }

    private static void assertRefused(ErrorCode code, Gate gate, String session) {
        assertThat(refusal(List.of(), List.of(session), gate)).isEqualTo(code);
    }
}
