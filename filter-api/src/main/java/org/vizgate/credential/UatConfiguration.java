package org.vizgate.credential;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.vizgate.scope.Scopes;

/**
 * A configuration of unified access tokens: whose JWTs open which sites, and Cloud Manager itself (Cloud Manager
 * documentation, "Unified Access Tokens"). Immutable.
 *
 * @param name for people
 * @param issuer the {@code iss} of the JWTs
 * @param publicKey in PEM, as {@link PublicKeyText#pem()}
 * @param jwksUri where the issuer publishes its keys; the JWTs need a {@code kid} then
 * @param usernameClaim the claim that names the user; {@code email} as a rule
 * @param resourceIds what is opened: LUIDs of sites, and the id of the tenant for Cloud Manager. The tenant's id alone opens
 *     no site
 * @param scopes what a JWT can allow at most; none for no such limit
 * @param enabled whether it counts
 */
public record UatConfiguration(
        String name,
        String issuer,
        Optional<String> publicKey,
        Optional<URI> jwksUri,
        String usernameClaim,
        List<String> resourceIds,
        Scopes scopes,
        boolean enabled) {
    /** Tableau's own example has both kinds of key, so both may be there. What Cloud Manager refuses is its business. */
    public UatConfiguration {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(publicKey, "publicKey");
        Objects.requireNonNull(jwksUri, "jwksUri");
        Objects.requireNonNull(usernameClaim, "usernameClaim");
        resourceIds = List.copyOf(resourceIds);
        Objects.requireNonNull(scopes, "scopes");
    }

    /** Trusts the owner of a key, with the user in the claim {@code email}; says not yet for what. */
    public static UatConfiguration trusting(String name, String issuer, PublicKeyText key) {
        return of(name, issuer, Optional.of(key.pem()), Optional.empty());
    }

    /** Trusts whoever publishes keys at an address; says not yet for what. */
    public static UatConfiguration trusting(String name, String issuer, URI jwksUri) {
        return of(name, issuer, Optional.empty(), Optional.of(jwksUri));
    }

    private static UatConfiguration of(String name, String issuer, Optional<String> publicKey, Optional<URI> jwksUri) {
        Texts.require(name, "the configuration's name");
        Texts.require(issuer, "the issuer");
        return new UatConfiguration(
                name, issuer, publicKey, jwksUri, UnifiedAccess.USUAL_USERNAME_CLAIM, List.of(), Scopes.none(), true);
    }

    /** The same, for these and no others: LUIDs of sites, and the id of the tenant for Cloud Manager. */
    public UatConfiguration opening(String... resources) {
        return new UatConfiguration(
                name, issuer, publicKey, jwksUri, usernameClaim, List.of(resources), scopes, enabled);
    }

    /** The same, allowing no more than these scopes. */
    public UatConfiguration allowing(String... scopeTexts) {
        return new UatConfiguration(
                name, issuer, publicKey, jwksUri, usernameClaim, resourceIds, Scopes.of(scopeTexts), enabled);
    }

    public UatConfiguration withUsernameClaim(String claim) {
        return new UatConfiguration(name, issuer, publicKey, jwksUri, claim, resourceIds, scopes, enabled);
    }

    public UatConfiguration withKey(PublicKeyText key) {
        return new UatConfiguration(
                name, issuer, Optional.of(key.pem()), jwksUri, usernameClaim, resourceIds, scopes, enabled);
    }

    public UatConfiguration enabled(boolean yes) {
        return new UatConfiguration(name, issuer, publicKey, jwksUri, usernameClaim, resourceIds, scopes, yes);
    }
}
