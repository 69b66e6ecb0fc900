package org.vizgate.it;

import java.util.Map;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** {@code --auth MODE}: callers sign in as ever, and their requests use a Tableau session that the gate made. */
@ExtendWith(ShowOutput.class)
class OwnSessionIT {
    private static final String CLIENT = "nightly";
    private static final String SECRET = "a secret of the nightly job";

    @ParameterizedTest
    @ValueSource(strings = {"pat", "username-password", "direct-trust", "uat"})
    @DisplayName("A86: users and configured clients reach Tableau through the gate's session, and no token holds it")
    void ownSession_servesUsersAndClients(String mode) {
        try (Sample sample = Sample.builder()
                .auth(mode)
                .set("OAUTH_CLIENT_ID_SECRET_PAIRS", CLIENT + ":" + SECRET)
                .start()) {
            Tokens ofUser = SignIn.of(OAuthClient.register(sample)).tokens();
            assertReachesTableau(sample, ofUser.access());

            JsonObject ofClient = Http.post(
                            sample.at("/oauth/token"),
                            Map.of(
                                    "grant_type", "client_credentials",
                                    "client_id", CLIENT,
                                    "client_secret", SECRET))
                    .json();
            assertThat(ofClient).doesNotContainKey("refresh_token");
            assertReachesTableau(sample, ofClient.getString("access_token"));

            assertThat(Http.get(sample.at("/.well-known/oauth-authorization-server"))
                            .json()
                            .getJsonArray("grant_types_supported")
                            .toString())
                    .contains("client_credentials");
            assertThat(Http.get(sample.at("/.well-known/jwks.json")).status())
                    .isEqualTo(mode.equals("uat") ? 200 : 401);
            sample.stop();
            assertThat(sample.output()).doesNotContain(SECRET);
        }
    }

    private static void assertReachesTableau(Sample sample, String accessToken) {
        JsonObject whoami = Http.call(sample.at("/api/whoami"), accessToken).json();
        assertThat(whoami.getJsonObject("user").getString("id")).isEqualTo(JO_SALES.luid());
        Answer workbooks = Http.call(sample.at("/api/workbooks"), accessToken);
        assertThat(workbooks.status()).as(workbooks.body()).isEqualTo(200);
        assertThat(workbooks.json().getJsonArray("workbooks")).isNotEmpty();
    }
}
