package org.vizgate.servlet;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.accesstoken.TableauClaims;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.KeyRing;
import org.vizgate.jose.TestKeys;
import org.vizgate.limit.TestAttempts;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

/** Access tokens as the gate of a {@link TestApp} issues them. */
final class TestTokens {
    private static final Scopes SCOPES = Scopes.of("tableau:content:read", "tableau:views:*");

    private TestTokens() {}

    /** A token for the application at the root. */
    static String ordinary() {
        return of(TestApp.ISSUER);
    }

    static String of(String issuer) {
        return of(issuer, TestApp.TABLEAU, Instant.now());
    }

    static String of(String issuer, URI tableau, Instant issuedAt) {
        return issue("user-luid", issuer, tableau, issuedAt, SCOPES);
    }

    static String ofUser(String id) {
        return issue(id, TestApp.ISSUER, TestApp.TABLEAU, Instant.now(), SCOPES);
    }

    static String ended() {
        return of(TestApp.ISSUER, TestApp.TABLEAU, Instant.now().minus(Duration.ofHours(2)));
    }

    private static String issue(String user, String issuer, URI tableau, Instant issuedAt, Scopes scopes) {
        Clock clock = Clock.systemUTC();
        AccessTokenCipher cipher = new AccessTokenCipher(
                new KeyRing(List.of(TestKeys.FIRST), issuer),
                AccessTokenFormat.RSA,
                false,
                TestKeys.RANDOM,
                TestKeys.JSON);
        return new AccessTokens(
                        cipher, TestKeys.JSON, issuer, Set.of(issuer), Duration.ZERO, TestAttempts.unlimited(), clock)
                .issue(new AccessTokenClaims(
                        "token-" + System.nanoTime(),
                        user,
                        "client-1",
                        "grant-1",
                        List.of(issuer),
                        scopes,
                        issuedAt,
                        issuedAt.plus(Duration.ofHours(1)),
                        Optional.of(session(user, tableau, issuedAt))));
    }

    private static TableauClaims session(String user, URI tableau, Instant issuedAt) {
        return new TableauClaims(
                tableau,
                Secret.of("session-token"),
                user,
                "zoe@example.com",
                "site-luid",
                "marketing",
                issuedAt.plus(Duration.ofHours(2)));
    }
}
