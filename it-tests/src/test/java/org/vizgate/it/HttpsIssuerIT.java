package org.vizgate.it;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** A gate behind a proxy that speaks https for it: its addresses are those of the settings, and its cookies are for https. */
@ExtendWith(ShowOutput.class)
class HttpsIssuerIT {
    private static final String ISSUER = "https://gate.example";

    private static Sample sample;
    private static OAuthClient client;

    @BeforeAll
    static void start() {
        sample = Sample.builder()
                .set("OAUTH_ISSUER", ISSUER)
                .set("OAUTH_RESOURCE_URI", ISSUER)
                .start();
        client = OAuthClient.register(sample);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    @DisplayName("A39: on https every cookie is __Host-, Secure, HttpOnly and SameSite=Lax")
    void cookies_areForThisHostOnly() {
        Answer page = SignIn.of(client).authorize();
        Answer sent = decide(page);

        assertThat(sent.status()).as(sent.body()).isEqualTo(303);
        List<String> cookies = Stream.of(page, sent)
                .flatMap(answer -> answer.headerValues("set-cookie").stream())
                .toList();
        assertThat(cookies)
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .startsWith("__Host-vizgate-")
                        .contains("; Path=/;", "; HttpOnly", "; SameSite=Lax", "; Secure")
                        .doesNotContain("Domain"));
    }

    private static Answer decide(Answer page) {
        Map<String, String> form = new LinkedHashMap<>(Visitor.hiddenFields(page));
        form.put("decision", "allow");
        String cookies = page.headerValues("set-cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        return Http.post(sample.at("/oauth/consent"), form, "Origin", ISSUER, "Cookie", cookies);
    }

    @Test
    @DisplayName("R39 A3 A100: addresses are those of the settings, whatever the request says of its host")
    void addresses_comeFromTheSettings() {
        String[] lies = {"X-Forwarded-Host", "evil.example", "Forwarded", "host=evil.example", "Host", "evil.example"};

        Answer refused = Http.get(sample.at("/api/whoami"), lies);
        Answer metadata = Http.get(sample.at("/.well-known/oauth-authorization-server"), lies);

        assertThat(refused.challenge())
                .contains("resource_metadata=\"" + ISSUER + "/.well-known/oauth-protected-resource\"");
        assertThat(metadata.json().getString("issuer")).isEqualTo(ISSUER);
        assertThat(metadata.json().getString("token_endpoint")).isEqualTo(ISSUER + "/oauth/token");
        assertThat(refused + metadata.body()).doesNotContain("evil.example");
    }

    @Test
    @DisplayName("Load balancers ask whether it is up, without a token")
    void health_isUp() {
        Answer answer = Http.get(sample.at("/oauth/health"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\"}");
    }
}
