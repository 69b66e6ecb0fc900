package org.vizgate.accesstoken;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.vizgate.cache.BoundedCache;
import org.vizgate.jose.AccessTokenCipher;
import org.vizgate.jose.InvalidTokenException;
import org.vizgate.jose.SealedToken;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.limit.CostlyAttempts;
import org.vizgate.protocol.OAuthException;

/**
 * Issues and verifies the access tokens of one gate (RFC 9068). Safe for use by several threads.
 *
 * <p>A verified token is remembered until it ends, up to 10,000 of them, fewer if they are long. A token that is remembered
 * costs a look-up and a comparison, no cryptography; a refused one is never remembered.
 */
public final class AccessTokens {
    private static final int MAX_REMEMBERED = 10_000;
    // Of an ordinary token 1,500, of the longest 8,192.
    private static final int MAX_CHARACTERS = 20_000_000;

    private final AccessTokenCipher cipher;
    private final Json json;
    private final String issuer;
    private final ClaimRules rules;
    private final Servers servers = new Servers();
    private final BoundedCache<TokenKey, VerifiedAccessToken> remembered;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final CostlyAttempts attempts;

    /**
     * @param issuer {@code iss} of every token, issued and accepted
     * @param audiences the resources of this gate; a token must be for one of them
     * @param clockSkew how far in the future {@code iat} and {@code nbf} may lie; the end is exact
     * @param attempts bounds what tokens that are seen for the first time may cost
     */
    public AccessTokens(
            AccessTokenCipher cipher,
            Json json,
            String issuer,
            Set<String> audiences,
            Duration clockSkew,
            CostlyAttempts attempts,
            Clock clock) {
        this.cipher = cipher;
        this.json = json;
        this.issuer = issuer;
        this.rules = new ClaimRules(issuer, audiences, clockSkew, clock);
        this.remembered = new BoundedCache<>(
                MAX_REMEMBERED,
                MAX_CHARACTERS,
                TokenKey::length,
                token -> token.claims().usableUntil(),
                clock);
        this.attempts = attempts;
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
     * @param party who sends it, asked for only if the token is not remembered and costs much to open
     * @throws OAuthException {@code invalid_token}, the same for every cause, with a reason for the log; and for a token that
     *     is not remembered {@code too_many_requests} or {@code temporarily_unavailable}, if it was not looked into
     */
    public VerifiedAccessToken verify(String token, Supplier<String> party) {
        return verify(token, 0, party);
    }

    /**
     * The same for a token that stands at the end of a text, as it does in a header. One that is remembered is not copied.
     *
     * @param start the token's first character
     */
    public VerifiedAccessToken verify(String text, int start, Supplier<String> party) {
        TokenKey key = new TokenKey(text, start);
        @Nullable VerifiedAccessToken known = remembered.get(key);
        (known == null ? misses : hits).increment();
        VerifiedAccessToken verified = known == null ? firstSight(key, party) : known;
        rules.checkEnd(verified.claims());
        return verified;
    }

    /** About how many tokens are remembered. */
    public long remembered() {
        return remembered.size();
    }

    /** How often a token was remembered since the start. */
    public long hits() {
        return hits.sum();
    }

    /** How often a token was not remembered, and so was looked into, or refused. */
    public long misses() {
        return misses.sum();
    }

    // Whoever has to wait for a turn waits before the look-up and never within it: other tokens are looked up there.
    private VerifiedAccessToken firstSight(TokenKey key, Supplier<String> party) {
        SealedToken token = read(key.token());
        Supplier<VerifiedAccessToken> examination = () -> remembered.get(key, same -> examine(token, same.token()));
        return token.isCostly() ? attempts.make(party, examination) : examination.get();
    }

    private SealedToken read(String token) {
        try {
            return cipher.read(token);
        } catch (InvalidTokenException e) {
            throw Refusal.because(e.reason().toString());
        }
    }

    private VerifiedAccessToken examine(SealedToken token, String text) {
        try {
            AccessTokenCipher.Opened opened = cipher.open(token);
            JsonFields fields = json.read(opened.claimsJson());
            AccessTokenClaims claims =
                    opened.signed() ? ClaimsJson.read(fields, servers) : PeerClaimsJson.read(fields, text, servers);
            rules.check(fields, claims, opened.signed());
            return new VerifiedAccessToken(claims, opened.signed());
        } catch (InvalidTokenException | MalformedJsonException e) {
            throw Refusal.because(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw Refusal.because("a claim has a value that it cannot have");
        }
    }
}
