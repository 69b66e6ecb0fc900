package org.vizgate.accesstoken;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.vizgate.json.JsonFields;

/** What the claims of a token must say to be accepted now (RFC 9068 section 4, RFC 7519 section 4.1). */
final class ClaimRules {
    private final String issuer;
    private final Set<String> audiences;
    private final Duration skew;
    private final Clock clock;

    ClaimRules(String issuer, Set<String> audiences, Duration skew, Clock clock) {
        this.issuer = issuer;
        this.audiences = Set.copyOf(audiences);
        this.skew = skew;
        this.clock = clock;
    }

    void check(JsonFields fields, AccessTokenClaims claims, boolean signed) {
        if (!fields.requiredText("iss").equals(issuer)) {
            throw Refusal.because("iss is another issuer");
        }
        if (signed ? audiences.stream().noneMatch(claims::isFor) : !claims.isFor(PeerClaimsJson.AUDIENCE)) {
            throw Refusal.because("aud names no resource of this gate");
        }
        Instant latestStart = clock.instant().plus(skew);
        if (claims.issuedAt().isAfter(latestStart)) {
            throw Refusal.because("iat lies in the future");
        }
        if (fields.instant("nbf").filter(latestStart::isBefore).isPresent()) {
            throw Refusal.because("nbf lies in the future");
        }
        checkEnd(claims);
    }

    void checkEnd(AccessTokenClaims claims) {
        Instant now = clock.instant();
        // A token that expires now has expired (RFC 7519 section 4.1.4: "on or after").
        if (!claims.expiresAt().isAfter(now)) {
            throw Refusal.because("expired");
        }
        if (!claims.usableUntil().isAfter(now)) {
            throw Refusal.because("the Tableau session in it has expired");
        }
    }
}
