package org.vizgate.resource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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
import org.vizgate.tableau.TestTableau;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What the gate may say of a caller it has let in before, and when it has to look again. */
class AdmissionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration CHECK = Duration.ofMinutes(10);
    private static final Duration REVOCATION_CHECK = Duration.ofMinutes(1);
    private static final Resources RESOURCES = Resources.of(
            URI.create(TestKeys.ISSUER),
            List.of(URI.create("https://gate.example/mcp"), URI.create("https://gate.example/api")));
    private static final Resource MCP = RESOURCES.primary();
    private static final Resource API = RESOURCES.of("/api");

    private final SetClock clock = new SetClock(NOW);
    private final TestStore store = new TestStore();
    private final TestTableau tableau = new TestTableau();
    private final Revocations here = revocations();
    private final Revocations elsewhere = revocations();
    private final AccessTokens accessTokens = new AccessTokens(
            TestKeys.lenientCipher(TestKeys.FIRST),
            TestKeys.JSON,
            TestKeys.ISSUER,
            Set.of("https://gate.example/mcp", "https://gate.example/api"),
            Duration.ofSeconds(5),
            TestAttempts.unlimited(),
            clock);
    private final Gate gate = gate(Optional.of(CHECK));
    private final String token = accessTokens.issue(claims(List.of("https://gate.example/mcp")));

    @AfterEach
    void close() {
        tableau.close();
        store.close();
    }

    @Test
    void untilSomethingIsDue_theCallerIsTheSame() {
        TableauCaller first = call(gate, token);

        clock.advance(REVOCATION_CHECK.minusNanos(1));
        assertThat(call(gate, token)).isSameAs(first);
        clock.advance(Duration.ofNanos(1));
        assertThat(call(gate, token)).isNotSameAs(first);
    }

    @Test
    void whoeverWritesTheSchemeInAnotherWay_isTheSameCaller() {
        TableauCaller first = call(gate, token);

        assertThat(gate.caller(List.of("bEARER   " + token), List.of(), null, MCP, TestAttempts.SOMEBODY))
                .containsSame(first);
    }

    @Test
    void aRevocationHere_isSeenAtOnce() {
        call(gate, token);
        here.revoke("grant-1");

        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
    }

    @Test
    void aRevocationOfAnother_makesNobodyAStranger() {
        call(gate, token);
        here.revoke("grant-2");

        assertThat(call(gate, token).subject()).isEqualTo("user-luid");
    }

    @Test
    void aRevocationElsewhere_isSeenAtTheEndOfTheInterval() {
        call(gate, token);
        elsewhere.revoke("grant-1");

        clock.advance(REVOCATION_CHECK.minusNanos(1));
        call(gate, token);
        clock.advance(Duration.ofNanos(1));
        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
    }

    @Test
    void aSessionThatIsDue_isAskedFor() {
        call(gate, token);
        clock.advance(CHECK.minusNanos(1));
        call(gate, token);
        assertThat(tableau.askedForSessions()).isZero();

        clock.advance(Duration.ofNanos(1));
        call(gate, token);
        assertThat(tableau.askedForSessions()).isEqualTo(1);
    }

    @Test
    void aSessionThatIsAnsweredFor_isBelievedFromThenOn() {
        clock.advance(CHECK);
        call(gate, token);
        clock.advance(CHECK.minusNanos(1));
        call(gate, token);

        assertThat(tableau.askedForSessions()).isEqualTo(1);
    }

    @Test
    void aReportOfAnEarlierRequest_isSeenAtOnce() {
        TableauCaller first = call(gate, token);
        call(gate, token);
        tableau.answersSessionsWith(401);
        first.session().reportLost();

        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
        assertRefused(ErrorCode.INVALID_TOKEN, gate, token);
        assertThat(tableau.askedForSessions()).isEqualTo(1);
    }

    @Test
    void withAnIntervalOfZero_everyRequestAsks() {
        Gate strict = gate(Optional.of(Duration.ZERO));
        call(strict, token);
        call(strict, token);
        tableau.answersSessionsWith(401);

        assertRefused(ErrorCode.INVALID_TOKEN, strict, token);
        assertThat(tableau.askedForSessions()).isEqualTo(3);
    }

    @Test
    void whereNobodyAsks_theTokenEndsAllTheSame() {
        Gate trusting = gate(Optional.empty());
        clock.set(NOW.plus(Duration.ofHours(1)).minusNanos(1));
        call(trusting, token);
        clock.advance(Duration.ofNanos(1));

        assertRefused(ErrorCode.INVALID_TOKEN, trusting, token);
    }

    @Test
    void onAnotherResource_theTokenIsLookedAtAnew() {
        call(gate, token);

        assertThat(catchThrowableOfType(
                                OAuthException.class,
                                () -> gate.caller(
                                        List.of("Bearer " + token), List.of(), null, API, TestAttempts.SOMEBODY))
                        .code())
                .isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void aTokenForTwoResources_isGoodForBothByTurns() {
        String wide = accessTokens.issue(claims(List.of("https://gate.example/mcp", "https://gate.example/api")));
        for (Resource resource : List.of(MCP, API, MCP, API)) {
            assertThat(gate.caller(List.of("Bearer " + wide), List.of(), null, resource, TestAttempts.SOMEBODY))
                    .isPresent();
        }
    }

    @Test
    void anUnsignedToken_isOfWhomTableauNamesTheLastTime() {
        String peer = TestPeerTokens.of(tableau.address(), TestKeys.FIRST);
        tableau.signsIn("first-luid", "site");
        assertThat(call(gate, peer).subject()).isEqualTo("first-luid");
        tableau.signsIn("second-luid", "site");

        clock.advance(CHECK.minusNanos(1));
        assertThat(call(gate, peer).subject()).isEqualTo("first-luid");
        clock.advance(Duration.ofNanos(1));
        assertThat(call(gate, peer).subject()).isEqualTo("second-luid");
        assertThat(call(gate, peer).subject()).isEqualTo("second-luid");
        assertThat(tableau.askedForSessions()).isEqualTo(2);
    }

    @Test
    void aSecondTokenInTheQuery_isRefusedOfAKnownCallerToo() {
        call(gate, token);

        assertThat(catchThrowableOfType(
                                OAuthException.class,
                                () -> gate.caller(
                                        List.of("Bearer " + token),
                                        List.of(),
                                        "access_token=x",
                                        MCP,
                                        TestAttempts.SOMEBODY))
                        .code())
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    private Revocations revocations() {
        return new Revocations(store, REVOCATION_CHECK, Duration.ofHours(1), clock);
    }

    private Gate gate(Optional<Duration> interval) {
        return new Gate(
                accessTokens,
                here,
                new EmbeddedSessions(
                        new SessionLiveness(tableau.rest(), interval, false, clock),
                        tableau.hosts(),
                        new SiteLock("", false)),
                ScopeRules.none(),
                true,
                new Blocked(Set.of(), Set.of()),
                Optional.empty(),
                clock);
    }

    private AccessTokenClaims claims(List<String> audience) {
        return new AccessTokenClaims(
                "token-1",
                "user-luid",
                "client-1",
                "grant-1",
                audience,
                Scopes.of("tableau:content:read"),
                NOW,
                NOW.plus(Duration.ofHours(1)),
                Optional.of(new TableauClaims(
                        tableau.address(),
                        Secret.of("SECRET-session"),
                        "user-luid",
                        "jo",
                        "site-luid",
                        "marketing",
                        NOW.plus(Duration.ofHours(2)))));
    }

    private static TableauCaller call(Gate gate, String token) {
        return gate.caller(List.of("Bearer " + token), List.of(), null, MCP, TestAttempts.SOMEBODY)
                .orElseThrow();
    }

    private static void assertRefused(ErrorCode code, Gate gate, String token) {
        assertThat(catchThrowableOfType(OAuthException.class, () -> call(gate, token))
                        .code())
                .isEqualTo(code);
    }
}
