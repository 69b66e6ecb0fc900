package org.vizgate.resource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.access.Blocked;
import org.vizgate.access.ScopeRules;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.accesstoken.TableauClaims;
import org.vizgate.accesstoken.TestPeerTokens;
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
import org.vizgate.tableau.TableauHosts;
import org.vizgate.tableau.TestTableau;
import org.vizgate.testing.Parallel;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class GateTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Optional<Duration> EVERY_MINUTE = Optional.of(INTERVAL);
    private static final Resources RESOURCES = Resources.of(
            URI.create(TestKeys.ISSUER),
            List.of(URI.create("https://gate.example/mcp"), URI.create("https://gate.example/api")));
    private static final Resource MCP = RESOURCES.primary();
    private static final Resource API = RESOURCES.of("/api");

    private final SetClock clock = new SetClock(NOW);
    private final TestStore store = new TestStore();
    private final TestTableau tableau = new TestTableau();
    private final Revocations revocations = new Revocations(store, Duration.ZERO, Duration.ofHours(1), clock);
    private final AccessTokens accessTokens = new AccessTokens(
            TestKeys.lenientCipher(TestKeys.FIRST),
            TestKeys.JSON,
            TestKeys.ISSUER,
            Set.of("https://gate.example/mcp", "https://gate.example/api"),
            Duration.ofSeconds(5),
            TestAttempts.unlimited(),
            clock);

    @AfterEach
    void close() {
        tableau.close();
        store.close();
    }

    @Test
    void aGoodToken_isItsCaller() {
        TableauCaller caller = call(gate(EVERY_MINUTE), token()).orElseThrow();

        assertThat(caller.subject()).isEqualTo("user-luid");
        assertThat(caller.getName()).isEqualTo("user-luid");
        assertThat(caller.clientId()).isEqualTo("client-1");
        assertThat(caller.session().server()).isEqualTo(tableau.address());
        assertThat(caller.session().header().value()).isEqualTo(Secret.of("SECRET-session"));
        assertThat(caller.toString() + caller.session()).doesNotContain("SECRET");
    }

    @Test
    void onALockedSite_theCallersNameIsTheUsersName() {
        Gate locked = gate(EVERY_MINUTE, false, new SiteLock("marketing", true), tableau.hosts());

        assertThat(call(locked, token()).orElseThrow().getName()).isEqualTo("zo\u00eb");
    }

    @Test
    void aTokenOfAnotherSite_isInvalid() {
        Gate locked = gate(EVERY_MINUTE, false, new SiteLock("sales", true), tableau.hosts());

        assertRefused(ErrorCode.INVALID_TOKEN, locked, token());
    }

    @Test
    void noToken_isNobody() {
        assertThat(gate(EVERY_MINUTE).caller(List.of(), List.of(), null, MCP, TestAttempts.SOMEBODY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "a.b.c.d.e"})
    void whatIsNoToken_isInvalid(String token) {
        assertRefused(ErrorCode.INVALID_TOKEN, gate(EVERY_MINUTE), token);
    }

    @Test
    void atItsEnd_aTokenIsInvalid() {
        Gate gate = gate(Optional.empty());
        String token = token();
        clock.advance(Duration.ofHours(1).minusMillis(1));
        assertThat(call(gate, token)).isPresent();
        clock.advance(Duration.ofMillis(1));

        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
    }

    @Test
    void aTokenOfASiblingResource_isInvalid() {
        assertThat(catchThrowableOfType(
                                OAuthException.class,
                                () -> gate(EVERY_MINUTE)
                                        .caller(bearer(token()), List.of(), null, API, TestAttempts.SOMEBODY))
                        .code())
                .isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aRevokedToken_isInvalidAtOnce() {
        Gate gate = gate(EVERY_MINUTE);
        String token = token();
        assertThat(call(gate, token)).isPresent();
        revocations.revoke("grant-1");

        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
    }

    @Test
    void aTokenOfAnotherTableau_isRefusedWithoutACall() {
        String foreign = accessTokens.issue(claims(URI.create("https://evil.example"), NOW));

        assertRefused(ErrorCode.INVALID_TOKEN, gate(Optional.of(Duration.ZERO)), foreign);
        assertThat(tableau.askedForSessions()).isZero();
    }

    @Test
    void tooFewScopes_areInsufficient() {
        TableauCaller caller = call(gate(EVERY_MINUTE), token()).orElseThrow();

        assertThat(catchThrowableOfType(
                                OAuthException.class,
                                () -> Gate.requireScopes(
                                        caller, Scopes.of("tableau:content:read", "tableau:jobs:read")))
                        .code())
                .isEqualTo(ErrorCode.INSUFFICIENT_SCOPE);
    }

    @Test
    void aWildcardScope_coversItsActions() {
        TableauCaller caller = call(gate(EVERY_MINUTE), token()).orElseThrow();

        assertThatNoException()
                .isThrownBy(
                        () -> Gate.requireScopes(caller, Scopes.of("tableau:content:read", "tableau:views:download")));
    }

    @Test
    void aFreshToken_countsAsChecked() {
        Gate gate = gate(EVERY_MINUTE);
        String token = token();
        clock.advance(INTERVAL.minusMillis(1));
        call(gate, token);

        assertThat(tableau.askedForSessions()).isZero();
    }

    @Test
    void afterAnInterval_tableauIsAskedOnce() {
        Gate gate = gate(EVERY_MINUTE);
        String token = token();
        clock.advance(INTERVAL);
        call(gate, token);
        call(gate, token);
        assertThat(tableau.askedForSessions()).isEqualTo(1);

        clock.advance(INTERVAL);
        call(gate, token);
        assertThat(tableau.askedForSessions()).isEqualTo(2);
    }

    @Test
    void fiftyRequestsAtOnce_askTableauOnce() {
        Gate gate = gate(EVERY_MINUTE);
        String token = token();
        clock.advance(INTERVAL);

        assertThat(Parallel.run(() -> call(gate, token).isPresent())).containsOnly(true);
        assertThat(tableau.askedForSessions()).isEqualTo(1);
    }

    @Test
    void whileOneAsks_othersGoOn() {
        Gate gate = gate(EVERY_MINUTE);
        String token = token();
        clock.advance(INTERVAL);
        List<Boolean> meanwhile = new ArrayList<>();
        tableau.whileAsked(() -> meanwhile.add(call(gate, token).isPresent()));

        call(gate, token);

        assertThat(meanwhile).containsExactly(true);
    }

    @Test
    void aDeadSession_isInvalidAndStaysSo() {
        Gate gate = gate(EVERY_MINUTE);
        String token = token();
        clock.advance(INTERVAL);
        tableau.answersSessionsWith(401);
        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
        tableau.answersSessionsWith(200);

        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
        assertThat(tableau.askedForSessions()).isEqualTo(1);
    }

    @Test
    void anUnreachableTableau_isBelievedAndAskedMoreAndMoreSeldom() {
        Gate gate = gate(EVERY_MINUTE);
        String token = token();
        tableau.answersSessionsWith(503);
        for (int minute = 0; minute < 8; minute++) {
            clock.advance(INTERVAL);
            assertThat(call(gate, token)).isPresent();
        }

        // At minutes 1, 2, 4 and 8.
        assertThat(tableau.askedForSessions()).isEqualTo(4);
    }

    @Test
    void anUnreachableTableau_isRefusedWhereThatIsWanted() {
        Gate strict = gate(EVERY_MINUTE, true, new SiteLock("", false), tableau.hosts());
        String token = token();
        clock.advance(INTERVAL);
        tableau.answersSessionsWith(503);
        assertRefused(ErrorCode.TEMPORARILY_UNAVAILABLE, strict, token);
        tableau.answersSessionsWith(200);
        clock.advance(Duration.ofSeconds(1));

        assertThat(call(strict, token)).isPresent();
    }

    @Test
    void anIntervalOfZero_asksAtEveryRequest() {
        Gate gate = gate(Optional.of(Duration.ZERO));
        String token = token();
        call(gate, token);
        call(gate, token);

        assertThat(tableau.askedForSessions()).isEqualTo(2);
    }

    @Test
    void never_neverAsks() {
        Gate gate = gate(Optional.empty());
        String token = token();
        clock.advance(Duration.ofMinutes(59));
        call(gate, token);

        assertThat(tableau.askedForSessions()).isZero();
    }

    @Test
    void aLostSessionThatIsReported_isAskedForAtTheNextRequest() {
        Gate gate = gate(EVERY_MINUTE);
        String token = token();
        call(gate, token).orElseThrow().session().reportLost();
        tableau.answersSessionsWith(401);

        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
    }

    @Test
    void anUnsignedToken_isAskedForFirst() {
        String token = peerToken(tableau.address());
        tableau.signsIn("real-luid", "real-site");

        TableauCaller caller = call(gate(EVERY_MINUTE), token).orElseThrow();

        assertThat(tableau.askedForSessions()).isEqualTo(1);
        assertThat(caller.subject()).isEqualTo("real-luid");
        assertThat(caller.session().site().contentUrl()).isEqualTo("real-site");
    }

    @Test
    void anUnsignedTokenOnALockedSite_isOfTheSiteThatTableauNames() {
        Gate locked = gate(EVERY_MINUTE, false, new SiteLock("", true), tableau.hosts());
        tableau.signsIn("real-luid", "real-site");

        assertRefused(ErrorCode.INVALID_TOKEN, locked, peerToken(tableau.address()));
    }

    @Test
    void anUnsignedTokenWithADeadSession_isInvalid() {
        tableau.answersSessionsWith(401);

        assertRefused(ErrorCode.INVALID_TOKEN, gate(EVERY_MINUTE), peerToken(tableau.address()));
    }

    @Test
    void tokensOfABlockedUser_areInvalid_signedOrNot() {
        tableau.signsIn("blocked-user", "marketing");
        String signed = accessTokens.issue(claims("blocked-USER", tableau.address(), clock.instant()));

        assertRefused(ErrorCode.INVALID_TOKEN, gate(EVERY_MINUTE), signed);
        assertRefused(ErrorCode.INVALID_TOKEN, gate(EVERY_MINUTE), peerToken(tableau.address()));
    }

    @Test
    void anUnsignedTokenWithoutTableau_isUnavailable() {
        tableau.answersSessionsWith(503);

        assertRefused(ErrorCode.TEMPORARILY_UNAVAILABLE, gate(EVERY_MINUTE), peerToken(tableau.address()));
    }

    /** Whoever has the public key chooses the server in such a token. */
    @Test
    void anUnsignedTokenForAnotherServer_isRefusedWithoutACall() {
        try (TestTableau evil = new TestTableau()) {
            assertRefused(ErrorCode.INVALID_TOKEN, gate(EVERY_MINUTE), peerToken(evil.address()));

            assertThat(evil.askedForSessions()).isZero();
            assertThat(tableau.askedForSessions()).isZero();
        }
    }

    private Gate gate(Optional<Duration> interval) {
        return gate(interval, false, new SiteLock("", false), tableau.hosts());
    }

    private Gate gate(Optional<Duration> interval, boolean refuses, SiteLock site, TableauHosts hosts) {
        return new Gate(
                accessTokens,
                revocations,
                new EmbeddedSessions(new SessionLiveness(tableau.rest(), interval, refuses, clock), hosts, site),
                ScopeRules.none(),
                true,
                new Blocked(Set.of("blocked-client"), Set.of("BLOCKED-user")),
                Optional.empty(),
                clock);
    }

    private String token() {
        return accessTokens.issue(claims(tableau.address(), clock.instant()));
    }

    private String peerToken(URI server) {
        return TestPeerTokens.of(server, TestKeys.FIRST);
    }

    private static AccessTokenClaims claims(URI server, Instant issuedAt) {
        return claims("user-luid", server, issuedAt);
    }

    private static AccessTokenClaims claims(String user, URI server, Instant issuedAt) {
        return new AccessTokenClaims(
                "token-1",
                user,
                "client-1",
                "grant-1",
                List.of("https://gate.example/mcp"),
                Scopes.of("tableau:content:read", "tableau:views:*"),
                issuedAt,
                issuedAt.plus(Duration.ofHours(1)),
                Optional.of(new TableauClaims(
                        server,
                        Secret.of("SECRET-session"),
                        user,
                        "zo\u00eb",
                        "site-luid",
                        "marketing",
                        issuedAt.plus(Duration.ofHours(2)))));
    }

    private static Optional<TableauCaller> call(Gate gate, String token) {
        return gate.caller(bearer(token), List.of(), null, MCP, TestAttempts.SOMEBODY);
    }

    private static List<String> bearer(String token) {
        return List.of("Bearer " + token);
    }

    private static void assertRefused(ErrorCode code, Gate gate, String token) {
        assertThat(catchThrowableOfType(OAuthException.class, () -> call(gate, token))
                        .code())
                .isEqualTo(code);
    }
}
