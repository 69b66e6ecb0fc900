package org.vizgate.accesstoken;

import org.jspecify.annotations.Nullable;

/**
 * The proof that an access token was verified: only {@link AccessTokens#verify} makes one.
 *
 * <p>As long as a token is remembered it is always the same instance, so other knowledge about the token can hang on this
 * object: its {@linkplain #note note}. Immutable but for that; {@code equals} is identity.
 */
public final class VerifiedAccessToken {
    private final AccessTokenClaims claims;
    private final boolean signed;
    private volatile @Nullable Object note;

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

    /** What the one who verifies tokens left here about this one; null if nothing yet. */
    public @Nullable Object note() {
        return note;
    }

    /** Leaves a note in the place of the last. It stays as long as the token is remembered, and no longer. */
    public void note(Object what) {
        note = what;
    }

    @Override
    public String toString() {
        return "VerifiedAccessToken[tokenId=" + claims.tokenId() + ", signed=" + signed + "]";
    }
}
