package org.vizgate.tableau;

import java.lang.System.Logger.Level;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.JwtExtras;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.jose.JwsSigner;
import org.vizgate.jose.PublicKeys;
import org.vizgate.jose.UnusableKeyException;
import org.vizgate.json.Json;
import org.vizgate.session.Secret;

/**
 * Makes the JWTs that sign in to Tableau: one for each sign-in, never kept. Safe for use by several threads.
 *
 * <p>Whether Tableau takes one JWT twice, and how far its clock may differ from ours, is not verified against a live tenant; so
 * each has an identifier of its own and begins a little in the past.
 */
public final class SignInJwts {
    private static final System.Logger LOG = System.getLogger(SignInJwts.class.getName());

    /** Tableau's limit for connected apps is ten minutes from issue to end. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);

    private final Json json;
    private final RandomTokens random;
    private final Clock clock;

    public SignInJwts(Json json, RandomTokens random, Clock clock) {
        this.json = json;
        this.random = random;
        this.clock = clock;
    }

    /** A JWT of a connected app with direct trust (Tableau Server help, "Configure Connected Apps with Direct Trust"). */
    public Secret directTrust(ConnectedApp app) {
        Map<String, Object> claims = new LinkedHashMap<>(app.extras().attributes());
        claims.put("iss", app.clientId());
        claims.put("sub", app.username());
        claims.put("aud", "tableau");
        putTimesAndId(claims);
        putScopes(claims, app.extras());
        putAccess(claims, app.extras());
        // Tableau's samples have the client id in the header, too.
        return JwsSigner.ofText(app.secretValue())
                .sign(app.secretId(), Map.of("iss", app.clientId()), json.write(claims));
    }

    /**
     * A unified access token for a site (Cloud Manager help, "Unified Access Tokens").
     *
     * @throws TableauException CONFIGURATION, if its key cannot be used
     */
    public Secret forSite(UnifiedAccess access) {
        Map<String, Object> claims = new LinkedHashMap<>(access.extras().attributes());
        putUnifiedAccess(claims, access);
        putAccess(claims, access.extras());
        access.siteId().ifPresent(luid -> claims.put(JwtExtras.SITE_ID, luid));
        return signed(access, claims);
    }

    /**
     * A unified access token for Cloud Manager, which knows no site, groups or user attributes.
     *
     * @throws TableauException CONFIGURATION, if its key cannot be used
     */
    public Secret forCloudManager(UnifiedAccess access) {
        Map<String, Object> claims = new LinkedHashMap<>();
        putUnifiedAccess(claims, access);
        return signed(access, claims);
    }

    private void putUnifiedAccess(Map<String, Object> claims, UnifiedAccess access) {
        claims.put("iss", access.issuer());
        access.issuerOverride().ifPresent(value -> claims.put(JwtExtras.ISSUER_OVERRIDE, value));
        claims.put(JwtExtras.TENANT_ID, access.tenantId());
        claims.put(access.usernameClaim(), access.username());
        putTimesAndId(claims);
        putScopes(claims, access.extras());
    }

    private void putTimesAndId(Map<String, Object> claims) {
        Instant now = clock.instant();
        long start = now.minus(CLOCKS_DIFFER_BY).getEpochSecond();
        claims.put("iat", start);
        claims.put("nbf", start);
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("jti", random.uuid());
    }

    private static void putScopes(Map<String, Object> claims, JwtExtras extras) {
        if (!extras.scopes().isEmpty()) {
            claims.put("scp", List.copyOf(extras.scopes().values()));
        }
    }

    private static void putAccess(Map<String, Object> claims, JwtExtras extras) {
        if (extras.onDemandAccess()) {
            claims.put(JwtExtras.ON_DEMAND_ACCESS, true);
        }
        if (!extras.groups().isEmpty()) {
            claims.put(JwtExtras.GROUPS, extras.groups());
        }
    }

    private Secret signed(UnifiedAccess access, Map<String, Object> claims) {
        try {
            RSAPrivateCrtKey key = SigningKeys.privateKey(access.key());
            // By its jti a unified access token can be revoked, and nobody else sees it.
            LOG.log(Level.DEBUG, "signing a unified access token with jti {0}", claims.get("jti"));
            return JwsSigner.of(key, SigningKeys.algorithm(access.key()))
                    .sign(SigningKeys.keyId(access.key(), PublicKeys.of(key)), Map.of(), json.write(claims));
        } catch (UnusableKeyException e) {
            throw new TableauException(Kind.CONFIGURATION, SigningKeys.unusable(e));
        }
    }
}
