package org.vizgate.token;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.vizgate.access.Blocked;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.audit.AuditLog;
import org.vizgate.client.ClientAuthentication;
import org.vizgate.client.TestClients;
import org.vizgate.grant.AuthorizationCodes;
import org.vizgate.grant.GrantEnding;
import org.vizgate.grant.RefreshGrants;
import org.vizgate.grant.Revocations;
import org.vizgate.grant.TableauGrant;
import org.vizgate.grant.TestGrants;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.limit.TestAttempts;
import org.vizgate.metrics.Metrics;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resources;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.scope.Scopes;
import org.vizgate.session.TableauUser;
import org.vizgate.tableau.TestTableau;
import org.vizgate.testing.SetClock;
import org.vizgate.testing.TestStore;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The token endpoint and revocation with a store, a clock and a Tableau of their own. */
final class TestTokens implements AutoCloseable {
    static final Duration ACCESS = Duration.ofHours(1);
    static final Duration IDLE = Duration.ofDays(1);
    static final Duration GRACE = Duration.ofSeconds(30);
    static final Duration SESSION = Duration.ofHours(2);

    final SetClock clock = new SetClock(TestGrants.NOW);
    final TestStore store = new TestStore();
    final TestTableau tableau = new TestTableau();
    final AuthorizationCodes codes = TestGrants.codes(store, clock);
    final RefreshGrants grants = TestGrants.grants(store, clock);
    final Revocations revocations = new Revocations(store, Duration.ZERO, ACCESS, clock);
    final AccessTokens accessTokens = new AccessTokens(
            TestKeys.cipher(AccessTokenFormat.DIRECT, TestKeys.FIRST),
            TestKeys.JSON,
            TestKeys.ISSUER,
            Set.of(TestGrants.RESOURCE, TestGrants.OTHER_RESOURCE),
            Duration.ofSeconds(5),
            TestAttempts.unlimited(),
            clock);

    private final TokenEndpoints endpoints;

    TestTokens() {
        this(new ScopePolicy(Scopes.of("tableau:content:read", "tableau:views:*"), false));
    }

    TestTokens(ScopePolicy scopes) {
        this(scopes, SessionSupply.IN_TOKEN);
    }

    TestTokens(SessionSupply supply) {
        this(new ScopePolicy(Scopes.of("tableau:content:read", "tableau:views:*"), false), supply);
    }

    private TestTokens(ScopePolicy scopes, SessionSupply supply) {
        Resources resources = Resources.of(
                URI.create(TestKeys.ISSUER),
                List.of(
                        URI.create(TestGrants.RESOURCE),
                        URI.create(TestGrants.OTHER_RESOURCE),
                        URI.create("https://gate.example/admin")));
        endpoints = TokenEndpoints.of(
                new TokenLifetimes(ACCESS, IDLE, Duration.ofDays(30), GRACE, Duration.ofSeconds(15)),
                supply,
                new TokenEndpoints.Parts(
                        new ClientAuthentication(TestClients.ordinary(clock)),
                        codes,
                        grants,
                        new GrantEnding(grants, revocations, new AuditLog(new Metrics())),
                        accessTokens,
                        resources,
                        scopes,
                        tableau.authorization(clock),
                        tableau.rest(),
                        new AuditLog(new Metrics()),
                        new Blocked(Set.of(), Set.of("blocked-user"))),
                TestKeys.JSON,
                TestKeys.RANDOM,
                clock);
    }

    /** A code for the ordinary client, with a Tableau session of two hours. */
    String newCode() {
        return codes.create(TestGrants.code(TestGrants.tableau(tableau.address(), SESSION)), Duration.ofMinutes(1));
    }

    /** As {@link #newCode}, of another user. */
    String newCodeOf(String user) {
        TableauGrant usual = TestGrants.tableau(tableau.address(), SESSION);
        TableauGrant theirs = new TableauGrant(
                usual.clientId(),
                usual.server(),
                usual.accessToken(),
                usual.expiresAt(),
                usual.refreshToken(),
                usual.site(),
                new TableauUser(user, user));
        return codes.create(TestGrants.code(theirs), Duration.ofMinutes(1));
    }

    /** What the ordinary client gets for a code. */
    JsonFields signIn() {
        return answer(redeem(newCode()));
    }

    Reply redeem(String code, String... more) {
        return post(with(
                more,
                "grant_type",
                "authorization_code",
                "client_id",
                TestClients.PUBLIC,
                "code",
                code,
                "code_verifier",
                TestGrants.VERIFIER));
    }

    Reply refresh(String token, String... more) {
        return post(with(more, "grant_type", "refresh_token", "client_id", TestClients.PUBLIC, "refresh_token", token));
    }

    Reply revoke(String token, String... more) {
        return endpoints
                .revoke()
                .handle(TestCall.form("/oauth/revoke", with(more, "client_id", TestClients.PUBLIC, "token", token))
                        .call());
    }

    Reply post(String... form) {
        return handle(TestCall.form("/oauth/token", form));
    }

    Reply handle(TestCall call) {
        return endpoints.token().handle(call.call());
    }

    /** The parameters, with those of {@code more} in place of the ones with the same name; an empty one is left out. */
    static String[] with(String[] more, String... form) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            all.put(form[i], form[i + 1]);
        }
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);
    }

    static JsonFields answer(Reply reply) {
        return TestKeys.JSON.read(reply.body());
    }

    static OAuthException refusal(Runnable request) {
        OAuthException refusal = catchThrowableOfType(OAuthException.class, request::run);
        if (refusal == null) {
            throw new AssertionError("was not refused");
        }
        return refusal;
    }

    /** Whether an access token is one of ours and its grant lives. */
    boolean isAlive(String accessToken) {
        return !revocations.isRevoked(
                accessTokens.verify(accessToken, TestAttempts.SOMEBODY).claims().grantId());
    }

    boolean isAlive(JsonFields tokens) {
        return isAlive(tokens.requiredText("access_token"))
                && grants.find(tokens.requiredText("refresh_token")).isPresent();
    }

    boolean isDead(JsonFields tokens) {
        return !isAlive(tokens.requiredText("access_token"))
                && grants.find(tokens.requiredText("refresh_token")).isEmpty();
    }

    @Override
    public void close() {
        tableau.close();
        store.close();
    }
}
