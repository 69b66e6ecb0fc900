package org.vizgate.servlet;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.vizgate.config.SettingsReader;
import org.vizgate.config.SettingsSource;
import org.vizgate.crypto.Digests;
import org.vizgate.jose.TestKeys;
import org.vizgate.web.Reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever anybody sends to the gate or to an endpoint: no 5xx, no exception, no stack trace, and nothing that was secret in
 * the request or is secret here comes back. The whole gate is there but for the container; Tableau is an address where nobody
 * listens.
 */
@Tag("fuzz")
class EdgeFuzzTest {
    // A line for each refusal would be most of the work.
    private static final Logger LOG = Logger.getLogger("org.vizgate");

    static {
        LOG.setLevel(Level.OFF);
    }

    private static final String SECRET = "c4n4ry-5ecret";
    private static final String SEALING_KEY = "c2VhbGluZy1rZXktb2YtdGhlLWZ1enotdGVzdHMtMTI=";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CLIENT = "fuzzed";
    private static final Components GATE = gate(Map.of(
            "OAUTH_ISSUER", "https://gate.example",
            "OAUTH_JWE_PRIVATE_KEY", TestKeys.pkcs8(TestKeys.FIRST),
            "OAUTH_SEALING_KEY", SEALING_KEY,
            "OAUTH_CLIENT_ID_SECRET_PAIRS", CLIENT + ":" + SECRET,
            "OAUTH_CLIENT_METADATA", "off",
            "OAUTH_RATE_LIMIT", "off",
            "OAUTH_SCOPE_RULES", "POST /mcp tools/call:x = a:b:c",
            "SERVER", "http://127.0.0.1:9"));
    private static final String REGISTERED = register();

    private static Components gate(Map<String, String> settings) {
        return Assembly.of(
                SettingsReader.read(
                        List.of(new SettingsSource() {
                            @Override
                            public Optional<String> value(String name) {
                                return Optional.ofNullable(settings.get(name));
                            }

                            @Override
                            public Set<String> names() {
                                return settings.keySet();
                            }

                            @Override
                            public String describe(String name) {
                                return name;
                            }
                        }),
                        ""),
                EdgeFuzzTest.class.getClassLoader());
    }

    private static String register() {
        FuzzedRequest request = new FuzzedRequest("POST", "/oauth/register")
                .body(
                        "application/json",
                        "{\"redirect_uris\":[\"https://client.example/cb\",\"http://127.0.0.1/cb\",\"app://cb\"],"
                                + "\"token_endpoint_auth_method\":\"none\"}");
        try {
            String body =
                    GATE.edge().reply(EndpointKind.REGISTER, request.request()).body();
            return TestKeys.JSON.read(body).requiredText("client_id");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest
    void bearerHeader(byte[] data) throws IOException {
        String header = new String(data, ISO_8859_1);
        FuzzedResponse response = new FuzzedResponse();

        Optional<?> admitted = GATE.door()
                .orElseThrow()
                .admit(
                        new FuzzedRequest("POST", "/mcp")
                                .header("Authorization", header + SECRET)
                                .request(),
                        response.response());

        assertThat(admitted).isEmpty();
        assertHarmless(response.status(), response.text());
    }

    @FuzzTest
    void tokenForm(byte[] data) throws IOException {
        String form = new String(data, UTF_8);
        String authentic = "&client_id=" + CLIENT + "&client_secret=" + SECRET;

        for (EndpointKind kind : List.of(EndpointKind.TOKEN, EndpointKind.REVOKE)) {
            send(kind, new FuzzedRequest("POST", "/oauth").body(FORM, form));
            send(kind, new FuzzedRequest("POST", "/oauth").body(FORM, form + authentic));
        }
    }

    @FuzzTest
    void jsonBody(byte[] data) throws IOException {
        String json = new String(data, UTF_8);

        for (EndpointKind kind : List.of(EndpointKind.REGISTER, EndpointKind.TOKEN, EndpointKind.REVOKE)) {
            send(kind, new FuzzedRequest("POST", "/oauth").body("application/json", json));
        }
    }

    /** The query of an authorization request, and its redirect URI alone. */
    @FuzzTest
    void authorizationRequest(byte[] data) throws IOException {
        String text = new String(data, UTF_8);
        String ordinary = "client_id=" + REGISTERED + "&response_type=code&code_challenge_method=S256&code_challenge="
                + "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

        send(EndpointKind.AUTHORIZE, new FuzzedRequest("GET", "/oauth/authorize").query(text));
        send(EndpointKind.AUTHORIZE, new FuzzedRequest("GET", "/oauth/authorize").query(ordinary + "&" + text));
        send(
                EndpointKind.AUTHORIZE,
                new FuzzedRequest("GET", "/oauth/authorize")
                        .query(ordinary + "&redirect_uri=" + URLEncoder.encode(text, UTF_8)));
    }

    @FuzzTest
    void basicHeader(byte[] data) throws IOException {
        String raw = new String(data, ISO_8859_1);
        String pair = Base64.getEncoder().encodeToString((raw + SECRET).getBytes(ISO_8859_1));

        for (String header : List.of(raw, "Basic " + raw, "bAsIc " + pair)) {
            send(
                    EndpointKind.TOKEN,
                    new FuzzedRequest("POST", "/oauth/token")
                            .header("Authorization", header)
                            .body(FORM, "grant_type=refresh_token&refresh_token=" + SECRET));
        }
    }

    /** Each line of the data is the value of one of our cookies, or of what goes with it. */
    @FuzzTest
    void cookies(byte[] data) throws IOException {
        String[] values = new String(data, ISO_8859_1).split("\n", 4);
        String first = values[0];
        String second = values.length > 1 ? values[1] : "";
        String third = values.length > 2 ? values[2] : "";
        String state = "AAAAAAAAAAAAAAAAAAAAAA";
        String prefix =
                "__Host-vizgate-" + Digests.brief("https://gate.example").substring(0, 6) + "-";

        send(
                EndpointKind.CALLBACK,
                new FuzzedRequest("GET", "/Callback")
                        .cookie(prefix + "flow-" + state, first + SECRET)
                        .query("state=" + state + "&code=" + SECRET + "&" + second));
        send(
                EndpointKind.CONSENT,
                new FuzzedRequest("POST", "/oauth/consent")
                        .cookie(prefix + "browser", first)
                        .cookie(prefix + "flow-x", second)
                        .body(FORM, "decision=allow&request=" + URLEncoder.encode(third, UTF_8)));
        send(
                EndpointKind.AUTHORIZE,
                new FuzzedRequest("GET", "/oauth/authorize")
                        .cookie(prefix + "browser", first)
                        .cookie(prefix + "consents", second)
                        .query("client_id=" + REGISTERED + "&redirect_uri=https://client.example/cb&response_type=code"
                                + "&code_challenge_method=S256"
                                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    private static void send(EndpointKind kind, FuzzedRequest request) throws IOException {
        Reply reply = GATE.edge().reply(kind, request.request());
        assertHarmless(reply.status(), reply.headers() + "\n" + reply.body());
    }

    private static void assertHarmless(int status, String text) {
        assertThat(status).as(text).isBetween(200, 499);
        assertThat(text)
                .doesNotContain(SECRET)
                .doesNotContain(SEALING_KEY)
                .doesNotContain("PRIVATE KEY")
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }
}
