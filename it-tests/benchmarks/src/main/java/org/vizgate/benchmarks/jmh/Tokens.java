package org.vizgate.benchmarks.jmh;

import java.net.URI;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.AccessTokens;
import org.vizgate.accesstoken.TableauClaims;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.jose.KeyRing;
import org.vizgate.json.Json;
import org.vizgate.limit.CostlyAttempts;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

/** Tokens as people who signed in to Tableau have them, and the key that seals them. */
final class Tokens {
    static final String ISSUER = "https://app.example";

    private final RandomTokens random = new RandomTokens(new SecureRandom());
    private final RSAPrivateCrtKey key;
    private final KeyRing ring;
    private final Json json = new Json();
    private final AccessTokenCipher cipher;
    private AccessTokens accessTokens;

    Tokens(AccessTokenFormat format) {
        this(format, Keys.OURS);
    }

    Tokens(AccessTokenFormat format, KeyPair pair) {
        key = (RSAPrivateCrtKey) pair.getPrivate();
        ring = new KeyRing(List.of(key), ISSUER);
        cipher = new AccessTokenCipher(ring, format, false, random, json);
        accessTokens = gate();
    }

    private AccessTokens gate() {
        CostlyAttempts attempts = new CostlyAttempts(Optional.empty(), 1, Duration.ofSeconds(5), Clock.systemUTC());
        return new AccessTokens(
                cipher, json, ISSUER, Set.of(ISSUER), Duration.ofSeconds(5), attempts, Clock.systemUTC());
    }

    /** Goes on with a gate that has seen no token yet. */
    void forget() {
        accessTokens = gate();
    }

    RSAPrivateCrtKey privateKey() {
        return key;
    }

    /** With which the gate signs. */
    SecretKey signatureKey() {
        return new SecretKeySpec(ring.derive("access token signature"), "HmacSHA256");
    }

    /** With which the gate encrypts in the format {@code direct}. */
    SecretKey directKey() {
        return new SecretKeySpec(ring.derive("access token encryption"), "AES");
    }

    /** As {@code OAUTH_JWE_PRIVATE_KEY} takes it. */
    String privateKeyPem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    AccessTokens accessTokens() {
        return accessTokens;
    }

    /** A token of its own at each call. */
    String issue() {
        return accessTokens.issue(claims());
    }

    /** Of somebody who signed in a moment ago, for an hour. */
    AccessTokenClaims claims() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        TableauClaims session = new TableauClaims(
                URI.create("https://10ax.online.tableau.com"),
                Secret.of("HvZMqFFfQQmOM4L-AZNIQA|" + random.text(24) + "|" + random.uuid()),
                random.uuid(),
                "jo@corp.example",
                random.uuid(),
                "sales",
                now.plus(Duration.ofHours(4)));
        return new AccessTokenClaims(
                random.uuid(),
                session.userId(),
                random.text(16),
                random.text(16),
                List.of(ISSUER),
                Scopes.of("tableau:content:read", "tableau:views:download"),
                now,
                now.plus(Duration.ofHours(1)),
                Optional.of(session));
    }
}
