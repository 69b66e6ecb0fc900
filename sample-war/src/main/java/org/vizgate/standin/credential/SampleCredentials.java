package org.vizgate.standin.credential;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.vizgate.standin.data.SampleData;
import org.vizgate.standin.session.Scopes;

/**
 * What the people of the {@linkplain SampleData sample data} sign in with. Everything is printed here, in the documentation
 * and on the stand-in's home page: it opens nothing but stand-ins.
 *
 * <p>There is no key for unified access tokens among it. As at Tableau, somebody makes one and hands over its public half.
 */
public final class SampleCredentials {
    /** Of {@code jo@corp.example}, on both of that person's sites. */
    public static final PersonalAccessToken JO_TOKEN =
            new PersonalAccessToken("sample-token", "q1W2e3R4t5Y6u7I8o9P0aQ==:Sample4Jo", SampleData.JO_SALES.name());

    /** Of the server administrator. */
    public static final PersonalAccessToken ADA_TOKEN =
            new PersonalAccessToken("admin-token", "a0S9d8F7g6H5j4K3l2Z1xQ==:Sample4Ada", SampleData.ADA_SALES.name());

    /** Of {@code jo@corp.example}. */
    public static final String JO_PASSWORD = "sample password of jo";

    /** Of the server administrator. */
    public static final String ADA_PASSWORD = "sample password of ada";

    public static final String APP_SECRET_ID = "0f0e0d0c-3333-4a4b-8c8d-9e9f00112233";
    public static final String APP_SECRET_VALUE = "TheSampleAppHasThisSecretInsteadOfARandomOne";

    /** Of the sales site, for any scope. */
    public static final ConnectedApp APP = new ConnectedApp(
            "11aa22bb-4444-4c5d-9e6f-778899aabbcc",
            SampleData.SALES.luid(),
            Map.of(APP_SECRET_ID, APP_SECRET_VALUE),
            Scopes.NONE,
            true);

    /** The same person as the server administrator, with a second account. */
    public static final Tenant.Administrator CLOUD_ADA = new Tenant.Administrator(
            "2b1c0d9e-5555-4e6f-8a9b-0c1d2e3f4a5b", SampleData.ADA_SALES.name(), "c1L2o3U4d5M6a7N8=:+Sample/4-Ada");

    public static final Tenant TENANT = new Tenant("9c8b7a60-7777-4888-9999-0000aaaabbbb", List.of(CLOUD_ADA));

    private SampleCredentials() {}

    /** The whole set. */
    public static Credentials create() {
        return new Credentials(
                List.of(JO_TOKEN, ADA_TOKEN),
                Map.of(SampleData.JO_SALES.name(), JO_PASSWORD, SampleData.ADA_SALES.name(), ADA_PASSWORD),
                List.of(APP),
                TENANT,
                List.of());
    }

    /**
     * Trust in the owner of a key, on the sales site and in Cloud Manager.
     *
     * @param issuer the {@code iss} of the JWTs
     * @param publicKey in PEM
     */
    public static UatConfiguration trust(String issuer, String publicKey) {
        return new UatConfiguration(
                "4d3c2b1a-6666-4f5e-8d7c-6b5a49382716",
                "Sample",
                issuer,
                publicKey,
                "",
                "email",
                Set.of(SampleData.SALES.luid(), TENANT.id()),
                Scopes.NONE,
                true);
    }
}
