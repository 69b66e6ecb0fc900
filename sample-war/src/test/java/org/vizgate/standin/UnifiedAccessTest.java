package org.vizgate.standin;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vizgate.standin.credential.SampleCredentials;
import org.vizgate.standin.credential.UatConfiguration;
import org.vizgate.standin.data.Flavour;
import org.vizgate.standin.session.Scopes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.Visitor.byJwt;
import static org.vizgate.standin.Visitor.byUat;
import static org.vizgate.standin.Visitor.errorOf;
import static org.vizgate.standin.Visitor.impersonating;
import static org.vizgate.standin.Visitor.json;
import static org.vizgate.standin.credential.SampleCredentials.TENANT;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.MARKETING;
import static org.vizgate.standin.data.SampleData.MAX_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

/** Unified access tokens at a site of Tableau Cloud: what the JWT and the configuration have to be like. */
class UnifiedAccessTest {
    private static final String WORKBOOKS = "/sites/" + SALES.luid() + "/workbooks";
    private static final String KEY = TestJwt.pem(TestJwt.KEYS.getPublic());

    private final SetClock clock = new SetClock();
    private TableauStandIn cloud = start(SampleCredentials.trust(TestJwt.ISSUER, KEY));

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aGoodJwt_opensASessionOfTheUserItNames() {
        assertThat(json(signIn(jwt()))
                        .getJsonObject("credentials")
                        .getJsonObject("user")
                        .getString("id"))
                .isEqualTo(JO_SALES.luid());
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongPart_is401001(UnaryOperator<TestJwt> change) {
        HttpResponse<String> reply = signIn(change.apply(jwt()));

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(errorOf(reply)).isEqualTo("401001");
    }

    static Stream<Named<UnaryOperator<TestJwt>>> wrong() {
        var now = new SetClock().instant();
        String site = "https://tableau.com/siteId";
        return Stream.of(
                wrong("no issuer", jwt -> jwt.without("iss")),
                wrong("another issuer", jwt -> jwt.with("iss", "https://elsewhere.example")),
                wrong("no end", jwt -> jwt.without("exp")),
                wrong("ends now", jwt -> jwt.with("exp", now)),
                wrong("no start", jwt -> jwt.without("iat")),
                wrong("start as text", jwt -> jwt.with("iat", String.valueOf(now.toEpochMilli()))),
                wrong("starts in the future", jwt -> jwt.with("iat", now.plusSeconds(1))),
                wrong("not before in the future", jwt -> jwt.with("nbf", now.plusSeconds(1))),
                wrong("no tenant", jwt -> jwt.without("https://tableau.com/tenantId")),
                wrong("another tenant", jwt -> jwt.with("https://tableau.com/tenantId", "another")),
                wrong("no user", jwt -> jwt.without("email")),
                wrong("unknown user", jwt -> jwt.with("email", "nobody@corp.example")),
                wrong("user under another claim", jwt -> jwt.without("email").with("sub", "jo@corp.example")),
                wrong("another site", jwt -> jwt.with(site, MARKETING.luid())),
                wrong("a site's name", jwt -> jwt.with(site, "sales")),
                wrong("on-demand access as text", jwt -> jwt.with("https://tableau.com/oda", "true")),
                wrong("on-demand access false", jwt -> jwt.with("https://tableau.com/oda", false)),
                wrong("groups as text", jwt -> jwt.with("https://tableau.com/groups", "Sales")),
                wrong("no group in the list", jwt -> jwt.with("https://tableau.com/groups", List.of())),
                wrong("an override that nobody configured", jwt -> jwt.with("https://tableau.com/issuerOverride", "b")),
                wrong("another algorithm", jwt -> jwt.header("alg", "RS512")));
    }

    private static Named<UnaryOperator<TestJwt>> wrong(String what, UnaryOperator<TestJwt> change) {
        return Named.of(what, change);
    }

    @Test
    void aForgedJwt_is401001() {
        String forged = jwt().signed(TestJwt.OTHER_KEYS.getPrivate());
        // The public key, which is known to all, as a secret.
        String confused = jwt().header("alg", "HS256").signed(KEY);

        assertThat(errorOf(visitor().signIn(byUat(forged), "sales"))).isEqualTo("401001");
        assertThat(errorOf(visitor().signIn(byUat(confused), "sales"))).isEqualTo("401001");
        assertThat(errorOf(visitor().signIn(byUat(jwt().header("alg", "none").unsigned()), "sales")))
                .isEqualTo("401001");
        assertThat(errorOf(visitor().signIn(byUat("jwt"), "sales"))).isEqualTo("401001");
    }

    @Test
    void furtherClaims_areFine() {
        TestJwt more = jwt().with("https://tableau.com/siteId", SALES.luid())
                .with("https://tableau.com/oda", true)
                .with("https://tableau.com/groups", List.of("Sales"))
                .with("Region", "East")
                .with("nbf", clock.instant());

        assertThat(signIn(more).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutIsUat_itIsTakenForAConnectedApps() {
        String jwt = jwt().signed(TestJwt.KEYS.getPrivate());

        HttpResponse<String> reply = visitor().signIn(byJwt(jwt), "sales");

        assertThat(json(reply).getJsonObject("error").getString("detail")).endsWith("(10087)");
    }

    @Test
    void isUat_cameWithVersion327() {
        String credentials = byUat(jwt().signed(TestJwt.KEYS.getPrivate()));

        assertThat(errorOf(visitor().signIn("3.26", credentials, "sales"))).isEqualTo("400000");
        assertThat(visitor().signIn("3.27", credentials, "sales").statusCode()).isEqualTo(200);
    }

    @Test
    void aServer_knowsNoUnifiedAccessTokens() {
        try (TableauStandIn server = TableauStandIn.builder()
                .clock(clock)
                .credentials(SampleCredentials.create().with(SampleCredentials.trust(TestJwt.ISSUER, KEY)))
                .start()) {
            String credentials = byUat(jwt().signed(TestJwt.KEYS.getPrivate()));

            assertThat(errorOf(new Visitor(server).signIn(credentials, "sales")))
                    .isEqualTo("401001");
        }
    }

    @Test
    void nobody_mayImpersonate() {
        String ada =
                byUat(TestJwt.unifiedAccess(clock.instant(), "ada@corp.example").signed(TestJwt.KEYS.getPrivate()));

        assertThat(errorOf(visitor().signIn(impersonating(ada, MAX_SALES.luid()), "sales")))
                .isEqualTo("403004");
    }

    @Test
    void onlyTheResourcesOfTheConfiguration_areOpen() {
        assertThat(errorOf(visitor().signIn(byUat(jwt().signed(TestJwt.KEYS.getPrivate())), "marketing")))
                .isEqualTo("401001");

        restart(configuration(KEY, "", Set.of(TENANT.id()), Scopes.NONE, true));
        assertThat(errorOf(signIn(jwt()))).isEqualTo("401001");
    }

    @Test
    void aDisabledConfiguration_opensNothing() {
        restart(configuration(KEY, "", Set.of(SALES.luid()), Scopes.NONE, false));

        assertThat(errorOf(signIn(jwt()))).isEqualTo("401001");
    }

    @Test
    void theConfiguration_namesTheClaimOfTheUser() {
        restart(new UatConfiguration(
                "c1", "Test", TestJwt.ISSUER, KEY, "", "preferred_username", Set.of(SALES.luid()), Scopes.NONE, true));

        assertThat(errorOf(signIn(jwt()))).isEqualTo("401001");
        assertThat(signIn(jwt().with("preferred_username", "max@corp.example")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theOverriddenIssuer_mayBeTheWordOrTheValue() {
        TestJwt overridden = jwt().with("https://tableau.com/issuerOverride", "second");

        restart(withIssuer("https://tableau.com/issuerOverride"));
        assertThat(signIn(overridden).statusCode()).isEqualTo(200);
        assertThat(errorOf(signIn(jwt()))).isEqualTo("401001");
        restart(withIssuer("second"));
        assertThat(signIn(overridden).statusCode()).isEqualTo(200);
    }

    @Test
    void scopes_areThoseOfTheJwtWithinThoseOfTheConfiguration() {
        assertThat(workbooks(jwt())).isEqualTo(200);
        assertThat(workbooks(jwt().without("scp"))).isEqualTo(401);
        assertThat(workbooks(jwt().without("scp").with("scope", "tableau:content:read")))
                .isEqualTo(200);

        restart(configuration(KEY, "", Set.of(SALES.luid()), Scopes.of("tableau:content:read"), true));
        assertThat(workbooks(jwt())).isEqualTo(200);
        assertThat(workbooks(jwt().with("scp", List.of("tableau:content:*")))).isEqualTo(200);

        restart(configuration(KEY, "", Set.of(SALES.luid()), Scopes.of("tableau:views:*"), true));
        assertThat(workbooks(jwt())).isEqualTo(401);
    }

    @Test
    void keysFromAJwksUri_areFoundByKid() throws IOException {
        HttpServer issuer = serve(jwks("key-1", TestJwt.KEYS.getPublic()));
        try {
            restart(configuration("", addressOf(issuer), Set.of(SALES.luid()), Scopes.NONE, true));

            assertThat(signIn(jwt()).statusCode()).isEqualTo(200);
            assertThat(errorOf(signIn(jwt().header("kid", "key-2")))).isEqualTo("401001");
            assertThat(errorOf(signIn(jwt().withoutHeader("kid")))).isEqualTo("401001");
        } finally {
            issuer.stop(0);
        }
        assertThat(errorOf(signIn(jwt()))).isEqualTo("401001");
    }

    @Test
    void whatIsNoKeySet_opensNothing() throws IOException {
        for (String answer : List.of(
                "<html>",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":[1]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"key-1\"}]}")) {
            HttpServer issuer = serve(answer);
            try {
                restart(configuration("", addressOf(issuer), Set.of(SALES.luid()), Scopes.NONE, true));

                assertThat(errorOf(signIn(jwt()))).isEqualTo("401001");
            } finally {
                issuer.stop(0);
            }
        }
    }

    private TestJwt jwt() {
        return TestJwt.unifiedAccess(clock.instant(), "jo@corp.example");
    }

    private Visitor visitor() {
        return new Visitor(cloud);
    }

    private HttpResponse<String> signIn(TestJwt jwt) {
        return visitor().signIn(byUat(jwt.signed(TestJwt.KEYS.getPrivate())), "sales");
    }

    private int workbooks(TestJwt jwt) {
        String token = json(signIn(jwt)).getJsonObject("credentials").getString("token");
        return visitor().rest(WORKBOOKS, token).statusCode();
    }

    private static UatConfiguration withIssuer(String issuer) {
        return SampleCredentials.trust(issuer, KEY);
    }

    private static UatConfiguration configuration(
            String publicKey, String jwksUri, Set<String> resources, Scopes scopes, boolean enabled) {
        return new UatConfiguration(
                "c1", "Test", TestJwt.ISSUER, publicKey, jwksUri, "email", resources, scopes, enabled);
    }

    private void restart(UatConfiguration configuration) {
        cloud.close();
        cloud = start(configuration);
    }

    private TableauStandIn start(UatConfiguration configuration) {
        return TableauStandIn.builder()
                .clock(clock)
                .flavour(Flavour.CLOUD)
                .credentials(SampleCredentials.create().with(configuration))
                .start();
    }

    private static HttpServer serve(String content) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            byte[] body = content.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String addressOf(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    private static String jwks(String kid, PublicKey key) {
        RSAPublicKey rsa = (RSAPublicKey) key;
        return "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"%s\"},{\"kty\":\"RSA\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(kid, kid, number(rsa.getModulus()), number(rsa.getPublicExponent()));
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(bytes, sign, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
