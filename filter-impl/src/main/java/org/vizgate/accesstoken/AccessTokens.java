package org.vizgate.accesstoken;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

import org.vizgate.cache.BoundedCache;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.InvalidTokenException;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.protocol.OAuthException;

/**
 * Issues and verifies the access tokens of one gate (RFC 9068). Safe for use by several threads.
 *
 * <p>A verified token is remembered until it ends, up to 10,000 of them. A token that is remembered costs a look-up and a
 * comparison, no cryptography; a refused one is never remembered.
 */
public final class AccessTokens {
    private static final int MAX_REMEMBERED = 10_000;

    private final AccessTokenCipher cipher;
    private final Json json;
    private final String issuer;
    private final ClaimRules rules;
    private final BoundedCache<TokenKey, VerifiedAccessToken> remembered;
    private final LongAdder asked = new LongAdder();
    private final LongAdder examined = new LongAdder();

    /**
     * @param issuer {@code iss} of every token, issued and accepted
     * @param audiences the resources of this gate; a token must be for one of them
     * @param clockSkew how far in the future {@code iat} and {@code nbf} may lie; the end is exact
     */
    public AccessTokens(
            AccessTokenCipher cipher,
            Json json,
            String issuer,
            Set<String> audiences,
            Duration clockSkew,
            Clock clock) {
        this.cipher = cipher;
        this.json = json;
        this.issuer = issuer;
        this.rules = new ClaimRules(issuer, audiences, clockSkew, clock);
        this.remembered =
                new BoundedCache<>(MAX_REMEMBERED, token -> token.claims().usableUntil(), clock);
    }

    /**
     * A token that says {@code claims}.
     *
     * @throws IllegalArgumentException if the claims are too long for a token
     */
    public String issue(AccessTokenClaims claims) {
        return cipher.seal(json.write(ClaimsJson.write(claims, issuer)));
    }

    /**
     * The proof that {@code token} is one of this gate and is valid now.
     *
     * <p>That it is for one of the gate's resources is checked; that it is for the one being called is the caller's to ask
     * ({@link AccessTokenClaims#isFor}). A token that is not {@linkplain VerifiedAccessToken#signed() signed} proves nothing
     * yet.
     *
     * @throws OAuthException {@code invalid_token}, the same for every cause, with a reason for the log
     */
    public VerifiedAccessToken verify(String token) {
        return verify(token, 0);
    }

    /**
     * The same for a token that stands at the end of a text, as it does in a header. One that is remembered is not copied.
     *
     * @param start the token's first character
     */
    public VerifiedAccessToken verify(String text, int start) {
        asked.increment();
        VerifiedAccessToken verified = remembered.get(new TokenKey(text, start), this::examine);
        rules.checkEnd(verified.claims());
        return verified;
    }

    /** About how many tokens are remembered. */
    public long remembered() {
        return remembered.size();
    }

    /** How often a token was remembered since the start. */
    public long hits() {
        // Read in this order, so that whoever comes in between is not counted as less than nothing.
        long misses = examined.sum();
        return asked.sum() - misses;
    }

    /** How often a token was not remembered, and so was decrypted, or refused. */
    public long misses() {
        return examined.sum();
    }

    private VerifiedAccessToken examine(TokenKey key) {
        examined.increment();
        String token = key.token();
        try {
            AccessTokenCipher.Opened opened = cipher.open(token);
            JsonFields fields = json.read(opened.claimsJson());
            AccessTokenClaims claims = opened.signed() ? ClaimsJson.read(fields) : PeerClaimsJson.read(fields, token);
            rules.check(fields, claims, opened.signed());
            return new VerifiedAccessToken(claims, opened.signed());
        } catch (InvalidTokenException | MalformedJsonException e) {
            throw Refusal.because(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw Refusal.because("a claim has a value that it cannot have");
        }
    }
}
