package org.vizgate.sample.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;
import org.vizgate.standin.TableauStandIn;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** That the settings of each mode open the stand-in that was prepared for it. */
class SampleSignInTest {
    @Test
    void oauth_needsNothing() {
        assertThat(SampleSignIn.by(SignInMode.OAUTH).settings()).isEmpty();
    }

    @Test
    void pat_opensTheStandIn() throws Exception {
        SampleSignIn signIn = SampleSignIn.by(SignInMode.PAT);

        assertThat(signIn.settings()).containsOnlyKeys("PAT_NAME", "PAT_VALUE", "SITE_NAME");
        assertThat(signIn(
                        signIn,
                        "\"personalAccessTokenName\":\"<PAT_NAME>\",\"personalAccessTokenSecret\":\"<PAT_VALUE>\""))
                .isEqualTo(200);
    }

    @Test
    void usernamePassword_opensTheStandIn() throws Exception {
        SampleSignIn signIn = SampleSignIn.by(SignInMode.USERNAME_PASSWORD);

        assertThat(signIn.settings()).containsOnlyKeys("TABLEAU_USERNAME", "TABLEAU_PASSWORD", "SITE_NAME");
        assertThat(signIn(signIn, "\"name\":\"<TABLEAU_USERNAME>\",\"password\":\"<TABLEAU_PASSWORD>\""))
                .isEqualTo(200);
    }

    @Test
    void directTrust_opensTheStandIn() throws Exception {
        SampleSignIn signIn = SampleSignIn.by(SignInMode.DIRECT_TRUST);
        Map<String, String> settings = signIn.settings();

        assertThat(settings)
                .containsOnlyKeys(
                        "CONNECTED_APP_CLIENT_ID",
                        "CONNECTED_APP_SECRET_ID",
                        "CONNECTED_APP_SECRET_VALUE",
                        "JWT_SUB_CLAIM",
                        "JWT_SCOPES",
                        "SITE_NAME");
        long now = Instant.now().getEpochSecond();
        String signed = part("{\"alg\":\"HS256\",\"kid\":\"<CONNECTED_APP_SECRET_ID>\"}", settings) + "."
                + part(
                        "{\"iss\":\"<CONNECTED_APP_CLIENT_ID>\",\"sub\":\"<JWT_SUB_CLAIM>\",\"aud\":\"tableau\",\"jti\":\"1\","
                                + "\"scp\":[\"<JWT_SCOPES>\"],\"exp\":" + (now + 60) + "}",
                        settings);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                settings.getOrDefault("CONNECTED_APP_SECRET_VALUE", "").getBytes(UTF_8), "HS256"));
        String jwt = signed + "." + base64(mac.doFinal(signed.getBytes(UTF_8)));

        assertThat(signIn(signIn, "\"jwt\":\"" + jwt + "\"")).isEqualTo(200);
    }

    @Test
    void uat_opensTheStandIn() throws Exception {
        SampleSignIn signIn = SampleSignIn.by(SignInMode.UAT);
        Map<String, String> settings = signIn.settings();

        assertThat(settings)
                .containsOnlyKeys(
                        "UAT_TENANT_ID",
                        "UAT_ISSUER",
                        "UAT_USERNAME_CLAIM",
                        "UAT_PRIVATE_KEY",
                        "UAT_KEY_ID",
                        "JWT_SCOPES",
                        "TABLEAU_API_VERSION",
                        "SITE_NAME");
        long now = Instant.now().getEpochSecond();
        String signed = part("{\"alg\":\"RS256\",\"kid\":\"<UAT_KEY_ID>\"}", settings) + "."
                + part(
                        "{\"iss\":\"<UAT_ISSUER>\",\"email\":\"<UAT_USERNAME_CLAIM>\","
                                + "\"https://tableau.com/tenantId\":\"<UAT_TENANT_ID>\",\"iat\":" + now + ",\"exp\":"
                                + (now + 60) + "}",
                        settings);
        String jwt = signed + "." + rs256(signed, settings.getOrDefault("UAT_PRIVATE_KEY", ""));

        assertThat(signIn(signIn, "\"isUat\":true,\"jwt\":\"" + jwt + "\"")).isEqualTo(200);
    }

    @Test
    void eachStart_hasAnotherUatKey() {
        assertThat(SampleSignIn.by(SignInMode.UAT).settings().get("UAT_PRIVATE_KEY"))
                .isNotEqualTo(SampleSignIn.by(SignInMode.UAT).settings().get("UAT_PRIVATE_KEY"));
    }

    /** The status of a sign-in; in {@code credentials}, {@code <NAME>} stands for the value of a setting. */
    private static int signIn(SampleSignIn signIn, String credentials) throws IOException, InterruptedException {
        try (TableauStandIn standIn = signIn.prepare(TableauStandIn.builder()).start()) {
            String body = filled(
                    "{\"credentials\":{" + credentials + ",\"site\":{\"contentUrl\":\"<SITE_NAME>\"}}}",
                    signIn.settings());
            URI address = URI.create(standIn.address() + "/api/3.27/auth/signin");
            HttpRequest request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            return reply.statusCode();
        }
    }

    private static String rs256(String text, String pem) throws GeneralSecurityException {
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        rsa.update(text.getBytes(UTF_8));
        return base64(rsa.sign());
    }

    private static String part(String json, Map<String, String> settings) {
        return base64(filled(json, settings).getBytes(UTF_8));
    }

    private static String filled(String template, Map<String, String> settings) {
        String text = template;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            text = text.replace("<" + setting.getKey() + ">", setting.getValue());
        }
        return text;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
