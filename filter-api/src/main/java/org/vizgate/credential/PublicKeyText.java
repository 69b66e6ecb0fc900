package org.vizgate.credential;

import java.util.Objects;

/**
 * A public key, ready to paste or to publish.
 *
 * @param keyId its {@code kid}
 * @param pem with the line {@code -----BEGIN PUBLIC KEY-----}: what a configuration's {@code publicKey} holds
 * @param jwks a JWK set with this one key (RFC 7517 section 5): what the address of a configuration's {@code jwksUri} answers
 */
public record PublicKeyText(String keyId, String pem, String jwks) {
    public PublicKeyText {
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(pem, "pem");
        Objects.requireNonNull(jwks, "jwks");
    }
}
