package org.vizgate.accesstoken;

/**
 * The proof that an access token was verified: only {@link AccessTokens#verify} makes one.
 *
 * <p>As long as a token is remembered it is always the same instance, so other knowledge about the token can hang on this
 * object. Immutable; {@code equals} is identity.
 */
public final class VerifiedAccessToken {
    private final AccessTokenClaims claims;
    private final boolean signed;

    VerifiedAccessToken(AccessTokenClaims claims, boolean signed) {
        this.claims = claims;
        this.signed = signed;
    }

    public AccessTokenClaims claims() {
        return claims;
    }

    /**
     * Whether this gate made the token.
     *
     * <p>If not, it is one of the peer's, and whoever has the public key can make such a token with any claims in it. The
     * caller must then ask Tableau, at the configured server and never at the one in the claims, who the Tableau session
     * belongs to, and take user and site from that answer. Its audience is the peer's fixed name and says nothing about
     * the resource.
     */
    public boolean signed() {
        return signed;
    }

    @Override
    public String toString() {
        return "VerifiedAccessToken[tokenId=" + claims.tokenId() + ", signed=" + signed + "]";
    }
}
