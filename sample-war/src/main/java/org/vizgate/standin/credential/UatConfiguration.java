package org.vizgate.standin.credential;

import java.security.PublicKey;
import java.util.Optional;
import java.util.Set;

import org.vizgate.standin.jwt.JwksAddress;
import org.vizgate.standin.jwt.RsaKeys;
import org.vizgate.standin.jwt.SignedJwt;
import org.vizgate.standin.session.Scopes;

/**
 * Whose JWTs open what: a configuration of unified access tokens, as Cloud Manager stores it.
 *
 * @param id made by Cloud Manager
 * @param name for people
 * @param issuer the {@code iss} of the JWTs
 * @param publicKey in PEM; empty when there is only {@code jwksUri}
 * @param jwksUri where the issuer publishes its keys; empty when there is only {@code publicKey}
 * @param usernameClaim the claim that names the user
 * @param resourceIds LUIDs of sites, and the tenant's id; what is not among them stays shut
 * @param scopes what JWTs can allow at most; empty for no such limit
 * @param enabled whether it counts
 */
public record UatConfiguration(
        String id,
        String name,
        String issuer,
        String publicKey,
        String jwksUri,
        String usernameClaim,
        Set<String> resourceIds,
        Scopes scopes,
        boolean enabled) {
    /** @throws IllegalArgumentException if there is no key, or what is there is none */
    public UatConfiguration {
        resourceIds = Set.copyOf(resourceIds);
        if (publicKey.isEmpty() && jwksUri.isEmpty()) {
            throw new IllegalArgumentException("publicKey or jwksUri is required");
        }
        if (!publicKey.isEmpty() && RsaKeys.ofPem(publicKey).isEmpty()) {
            throw new IllegalArgumentException("publicKey is not an RSA public key in PEM");
        }
        if (!jwksUri.isEmpty() && JwksAddress.parse(jwksUri).isEmpty()) {
            throw new IllegalArgumentException("jwksUri is not an address on loopback");
        }
    }

    boolean isSigned(SignedJwt jwt) {
        return key(jwt).filter(jwt::isSignedBy).isPresent();
    }

    // With a jwksUri a JWT has to say which key it means, whether or not there is a publicKey as well.
    private Optional<PublicKey> key(SignedJwt jwt) {
        if (jwksUri.isEmpty()) {
            return RsaKeys.ofPem(publicKey);
        }
        return jwt.header("kid")
                .flatMap(kid -> JwksAddress.parse(jwksUri)
                        .flatMap(address -> address.key(kid))
                        .or(() -> RsaKeys.ofPem(publicKey)));
    }

    Scopes allowed(Scopes asked) {
        return scopes.names().isEmpty() ? asked : asked.within(scopes);
    }
}
