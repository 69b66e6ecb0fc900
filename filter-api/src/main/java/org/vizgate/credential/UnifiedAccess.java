package org.vizgate.credential;

import java.util.Objects;
import java.util.Optional;

import org.vizgate.scope.Scopes;

/**
 * Unified access: a key whose public half a configuration in Cloud Manager trusts. JWTs signed with it sign in to sites of
 * Tableau Cloud (REST API 3.27 or newer) and to Cloud Manager (Cloud Manager documentation, "Unified Access Tokens").
 *
 * <p>A new JWT is signed for each sign-in; it is valid for five minutes. How long Tableau would take one for is not known,
 * nor is how far clocks may differ; not verified against a live tenant.
 *
 * @param tenantId of Cloud Manager, as in the configuration
 * @param issuer as in the configuration
 * @param usernameClaim the claim that names the user, as in the configuration; {@code email} as a rule
 * @param username whom to act as: a user of Cloud Manager to sign in there, a user of the site to sign in to it
 * @param issuerOverride for a second configuration with the same tenant and issuer. Tableau's text can be read in two ways,
 *     so what the value should be is not verified against a live tenant
 * @param siteId the LUID of the one site that the JWT is to open; otherwise all that the configuration lists
 * @param extras what the JWT says apart from that. Scopes are cut down by those of the configuration; a sign-in to Cloud
 *     Manager takes the scopes alone
 */
public record UnifiedAccess(
        String tenantId,
        String issuer,
        SigningKey key,
        String usernameClaim,
        String username,
        Optional<String> issuerOverride,
        Optional<String> siteId,
        JwtExtras extras)
        implements TableauCredential, CloudManagerCredential {
    /** The claim that names the user, unless the configuration says another. */
    public static final String USUAL_USERNAME_CLAIM = "email";

    /** @throws IllegalArgumentException if the user's claim has a name that means something else, or an extra its name */
    public UnifiedAccess {
        Texts.require(tenantId, "the tenant id");
        Texts.require(issuer, "the issuer");
        Objects.requireNonNull(key, "key");
        Texts.require(usernameClaim, "the name of the user's claim");
        Texts.require(username, "the user name");
        issuerOverride.ifPresent(value -> Texts.require(value, "the issuer override"));
        siteId.ifPresent(value -> Texts.require(value, "the site id"));
        // "sub" is nobody's in this JWT, so a configuration may well say that it names the user.
        if (JwtExtras.isReserved(usernameClaim) && !usernameClaim.equals("sub")) {
            throw new IllegalArgumentException("the claim " + usernameClaim + " cannot name the user");
        }
        if (extras.attributes().containsKey(usernameClaim)) {
            throw new IllegalArgumentException("the claim " + usernameClaim + " is the user's and no attribute");
        }
    }

    /** With the user in the claim {@code email}, on all sites of the configuration. */
    public UnifiedAccess(String tenantId, String issuer, SigningKey key, String username) {
        this(
                tenantId,
                issuer,
                key,
                USUAL_USERNAME_CLAIM,
                username,
                Optional.empty(),
                Optional.empty(),
                JwtExtras.none());
    }

    /** The same, asking for these scopes. */
    public UnifiedAccess withScopes(String... scopes) {
        return with(extras.withScopes(Scopes.of(scopes)));
    }

    public UnifiedAccess with(JwtExtras others) {
        return new UnifiedAccess(tenantId, issuer, key, usernameClaim, username, issuerOverride, siteId, others);
    }

    public UnifiedAccess withUsername(String other) {
        return new UnifiedAccess(tenantId, issuer, key, usernameClaim, other, issuerOverride, siteId, extras);
    }

    public UnifiedAccess withUsernameClaim(String name) {
        return new UnifiedAccess(tenantId, issuer, key, name, username, issuerOverride, siteId, extras);
    }

    public UnifiedAccess withIssuerOverride(String value) {
        return new UnifiedAccess(tenantId, issuer, key, usernameClaim, username, Optional.of(value), siteId, extras);
    }

    public UnifiedAccess withSiteId(String luid) {
        return new UnifiedAccess(
                tenantId, issuer, key, usernameClaim, username, issuerOverride, Optional.of(luid), extras);
    }

    @Override
    public ApiVersion oldestApiVersion() {
        return new ApiVersion(3, 27);
    }
}
