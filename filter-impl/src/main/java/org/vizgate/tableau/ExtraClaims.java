package org.vizgate.tableau;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.JwtExtras;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;

/** Further claims of a JWT, written as a JSON object: user attributes, and what Tableau has names for. */
public final class ExtraClaims {
    private ExtraClaims() {}

    /**
     * The credential with these claims.
     *
     * @throws IllegalArgumentException if it is no JSON object, or has a claim that is not free; the message says which
     */
    public static TableauCredential added(TableauCredential credential, String payload, Json json) {
        try {
            return added(credential, json.read(payload));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("JWT_ADDITIONAL_PAYLOAD: " + e.getMessage());
        }
    }

    private static TableauCredential added(TableauCredential credential, JsonFields claims) {
        if (credential instanceof ConnectedApp app) {
            return app.with(extras(app.extras(), claims, false));
        }
        if (credential instanceof UnifiedAccess access) {
            UnifiedAccess whole = access.with(extras(access.extras(), claims, true));
            if (access.siteId().isPresent() && claims.has(JwtExtras.SITE_ID)) {
                throw new IllegalArgumentException(
                        JwtExtras.SITE_ID + " is set together with UAT_SITE_ID: keep one of the two");
            }
            return claims.text(JwtExtras.SITE_ID).map(whole::withSiteId).orElse(whole);
        }
        return credential;
    }

    private static JwtExtras extras(JwtExtras written, JsonFields claims, boolean knowsSites) {
        Map<String, Object> attributes = new LinkedHashMap<>(claims.values());
        attributes.remove(JwtExtras.ON_DEMAND_ACCESS);
        attributes.remove(JwtExtras.GROUPS);
        if (knowsSites) {
            attributes.remove(JwtExtras.SITE_ID);
        }
        Optional<Boolean> onDemand = claims.flag(JwtExtras.ON_DEMAND_ACCESS);
        if (onDemand.filter(on -> !on).isPresent()) {
            throw new IllegalArgumentException(JwtExtras.ON_DEMAND_ACCESS + " must be true, or be left out");
        }
        return new JwtExtras(written.scopes(), onDemand.isPresent(), claims.textOrTexts(JwtExtras.GROUPS), attributes);
    }
}
