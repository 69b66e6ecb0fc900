package org.vizgate.standin.credential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vizgate.standin.data.Flavour;

/**
 * What there is to sign in with when a stand-in starts. Immutable; each {@code with} makes a bigger one.
 *
 * @param personalAccessTokens each name once
 * @param passwords by sign-in name
 * @param connectedApps of any site
 * @param tenant whose Cloud Manager this is
 * @param uatConfigurations whom the tenant trusts
 */
public record Credentials(
        List<PersonalAccessToken> personalAccessTokens,
        Map<String, String> passwords,
        List<ConnectedApp> connectedApps,
        Tenant tenant,
        List<UatConfiguration> uatConfigurations) {
    public Credentials {
        personalAccessTokens = List.copyOf(personalAccessTokens);
        passwords = Map.copyOf(passwords);
        connectedApps = List.copyOf(connectedApps);
        uatConfigurations = List.copyOf(uatConfigurations);
    }

    public Credentials with(PersonalAccessToken token) {
        return new Credentials(more(personalAccessTokens, token), passwords, connectedApps, tenant, uatConfigurations);
    }

    public Credentials withPassword(String userName, String password) {
        Map<String, String> all = new LinkedHashMap<>(passwords);
        all.put(userName, password);
        return new Credentials(personalAccessTokens, all, connectedApps, tenant, uatConfigurations);
    }

    public Credentials with(ConnectedApp app) {
        return new Credentials(personalAccessTokens, passwords, more(connectedApps, app), tenant, uatConfigurations);
    }

    public Credentials with(UatConfiguration configuration) {
        return new Credentials(
                personalAccessTokens, passwords, connectedApps, tenant, more(uatConfigurations, configuration));
    }

    /** Those that there can be: no passwords in Tableau Cloud, and on a Tableau Server nothing of a tenant. */
    public Credentials on(Flavour flavour) {
        return flavour == Flavour.CLOUD
                ? new Credentials(personalAccessTokens, Map.of(), connectedApps, tenant, uatConfigurations)
                : new Credentials(
                        personalAccessTokens, passwords, connectedApps, new Tenant(tenant.id(), List.of()), List.of());
    }

    private static <T> List<T> more(List<T> known, T another) {
        List<T> all = new ArrayList<>(known);
        all.add(another);
        return all;
    }

    /** Without any secret. */
    @Override
    public String toString() {
        return "Credentials[" + personalAccessTokens + ", passwords of " + passwords.keySet() + ", " + connectedApps
                + ", " + tenant + "]";
    }
}
