package org.vizgate.credential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.vizgate.scope.Scopes;

/**
 * What a JWT for Tableau says apart from who signs and who is meant. Immutable.
 *
 * @param scopes what the session may do; ask for as few as do
 * @param onDemandAccess whether the user need not exist on the site (Tableau Cloud, where the site has that)
 * @param groups of the site whose rights such a user has; they must be enabled for dynamic membership
 * @param attributes user attributes: claim name to a text, a number, a boolean, or a list or map of those
 */
public record JwtExtras(Scopes scopes, boolean onDemandAccess, List<String> groups, Map<String, Object> attributes) {
    public static final String TENANT_ID = "https://tableau.com/tenantId";
    public static final String SITE_ID = "https://tableau.com/siteId";
    public static final String ISSUER_OVERRIDE = "https://tableau.com/issuerOverride";
    public static final String ON_DEMAND_ACCESS = "https://tableau.com/oda";
    public static final String GROUPS = "https://tableau.com/groups";

    private static final Set<String> RESERVED = Set.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "nbf",
            "jti",
            "scp",
            "scope",
            TENANT_ID,
            SITE_ID,
            ISSUER_OVERRIDE,
            ON_DEMAND_ACCESS,
            GROUPS);
    private static final JwtExtras NONE = new JwtExtras(Scopes.none(), false, List.of(), Map.of());

    /** @throws IllegalArgumentException if an attribute has a reserved name, or is no JSON value */
    public JwtExtras {
        Objects.requireNonNull(scopes, "scopes");
        groups = List.copyOf(groups);
        groups.forEach(group -> Texts.require(group, "a group's name"));
        attributes.keySet().forEach(JwtExtras::requireFree);
        attributes = JsonValues.copied(attributes);
    }

    private static void requireFree(String name) {
        if (isReserved(name)) {
            throw new IllegalArgumentException("the claim " + name + " is reserved and no user attribute");
        }
    }

    /** Nothing at all: no scope, no attribute. */
    public static JwtExtras none() {
        return NONE;
    }

    /** Whether a claim means something to Tableau already, so that no attribute may have its name. */
    public static boolean isReserved(String claim) {
        return RESERVED.contains(claim);
    }

    public JwtExtras withScopes(Scopes others) {
        return new JwtExtras(others, onDemandAccess, groups, attributes);
    }

    /** With on-demand access, as a member of these groups. */
    public JwtExtras withOnDemandAccess(String... groupNames) {
        return new JwtExtras(scopes, true, List.of(groupNames), attributes);
    }

    public JwtExtras withAttribute(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(attributes);
        more.put(name, value);
        return new JwtExtras(scopes, onDemandAccess, groups, more);
    }
}
