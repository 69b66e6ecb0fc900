package org.vizgate.jose;

/** How an access token is sealed. Both are always accepted; which one is issued is a setting. */
public enum AccessTokenFormat {
    /** Signed with a derived key (HS256, RFC 7515), then encrypted to the RSA key (RSA-OAEP-256 and A256GCM, RFC 7516). */
    RSA,
    /** Encrypted under a derived key that only this gate has ({@code dir} and A256GCM): authentic by itself, no RSA. */
    DIRECT
}
