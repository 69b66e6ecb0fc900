package org.vizgate.sample.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

import org.vizgate.standin.TableauStandIn;
import org.vizgate.standin.credential.Credentials;
import org.vizgate.standin.credential.SampleCredentials;
import org.vizgate.standin.data.Flavour;
import org.vizgate.standin.data.SampleData;

/**
 * What the gate has to be told to sign in to the stand-in in one mode, and what the stand-in has to know for that. Nothing of
 * it fits any other Tableau.
 */
final class SampleSignIn {
    /** The only thing that the sample reads from Tableau is workbooks. */
    private static final String SCOPES = "tableau:content:read";

    private static final String ISSUER = "https://sample.vizgate.example";
    private static final String KEY_ID = "sample-key";
    private static final String USER = SampleData.JO_SALES.name();

    private final Flavour flavour;
    private final Credentials credentials;
    private final Map<String, String> settings;

    private SampleSignIn(Flavour flavour, Credentials credentials, Map<String, String> settings) {
        this.flavour = flavour;
        this.credentials = credentials;
        this.settings = settings;
    }

    static SampleSignIn by(SignInMode mode) {
        return switch (mode) {
            case OAUTH -> new SampleSignIn(Flavour.SERVER, SampleCredentials.create(), Map.of());
            case PAT ->
                configured(Map.of(
                        "PAT_NAME", SampleCredentials.JO_TOKEN.name(),
                        "PAT_VALUE", SampleCredentials.JO_TOKEN.secret()));
            case USERNAME_PASSWORD ->
                configured(Map.of("TABLEAU_USERNAME", USER, "TABLEAU_PASSWORD", SampleCredentials.JO_PASSWORD));
            case DIRECT_TRUST ->
                configured(Map.of(
                        "CONNECTED_APP_CLIENT_ID",
                        SampleCredentials.APP.clientId(),
                        "CONNECTED_APP_SECRET_ID",
                        SampleCredentials.APP_SECRET_ID,
                        "CONNECTED_APP_SECRET_VALUE",
                        SampleCredentials.APP_SECRET_VALUE,
                        "JWT_SUB_CLAIM",
                        USER,
                        "JWT_SCOPES",
                        SCOPES));
            case UAT -> unifiedAccess(ThrowAwayKey.make());
        };
    }

    private static SampleSignIn configured(Map<String, String> settings) {
        return new SampleSignIn(Flavour.SERVER, SampleCredentials.create(), onSalesSite(settings));
    }

    private static SampleSignIn unifiedAccess(ThrowAwayKey key) {
        Map<String, String> settings = onSalesSite(Map.of(
                "UAT_TENANT_ID", SampleCredentials.TENANT.id(),
                "UAT_ISSUER", ISSUER,
                "UAT_USERNAME_CLAIM", USER,
                "UAT_PRIVATE_KEY", key.pem(),
                "UAT_KEY_ID", KEY_ID,
                "JWT_SCOPES", SCOPES,
                "TABLEAU_API_VERSION", "3.27"));
        Credentials trusting = SampleCredentials.create().with(SampleCredentials.trust(ISSUER, key.publicPem()));
        return new SampleSignIn(Flavour.CLOUD, trusting, settings);
    }

    private static Map<String, String> onSalesSite(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.put("SITE_NAME", SampleData.SALES.contentUrl());
        return all;
    }

    /** The same stand-in, of the right kind and with the right credentials. */
    TableauStandIn.Builder prepare(TableauStandIn.Builder standIn) {
        return standIn.flavour(flavour).credentials(credentials);
    }

    /** Settings of the gate by name, besides {@code AUTH} and {@code SERVER}. Some are secrets of the stand-in. */
    Map<String, String> settings() {
        return Map.copyOf(settings);
    }
}
