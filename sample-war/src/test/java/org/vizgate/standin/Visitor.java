package org.vizgate.standin;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.vizgate.standin.credential.PersonalAccessToken;
import org.vizgate.standin.data.User;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A client of the stand-in and the browser of its user, in one. It follows no redirect and keeps no cookie. */
final class Visitor {
    static final String CLIENT = "3d5c1f8e-7d1a-4f7e-9a55-1f2e3d4c5b6a";
    static final String CALLBACK = "http://127.0.0.1:9999/app/Callback";
    // The pair of RFC 7636 appendix B.
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;

    Visitor(TableauStandIn standIn) {
        server = standIn.address();
    }

    /** The parameters of an ordinary authorization request, to be changed by the test. */
    static Map<String, String> authorization() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", CLIENT);
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("code_challenge", CHALLENGE);
        parameters.put("code_challenge_method", "S256");
        parameters.put("state", "s1:t1");
        parameters.put("device_id", "6f0d2b44-9a55-5c1e-8f77-0a1b2c3d4e5f");
        parameters.put("device_name", "vizgate (test)");
        parameters.put("client_type", "tableau-mcp");
        return parameters;
    }

    static Map<String, String> authorization(String name, String value) {
        Map<String, String> parameters = authorization();
        parameters.put(name, value);
        return parameters;
    }

    static Map<String, String> lockedTo(String site) {
        Map<String, String> parameters = authorization("target_site", site);
        parameters.put("redirected", "true");
        return parameters;
    }

    static Map<String, String> as(User user) {
        return Map.of("standin_user", user.luid());
    }

    HttpResponse<String> authorize(Map<String, String> parameters, String... headers) {
        return get("/oauth2/v1/auth?" + encode(parameters), headers);
    }

    HttpResponse<String> choose(Map<String, String> parameters, Map<String, String> choice, String... headers) {
        return postForm("/oauth2/v1/auth?" + encode(parameters), choice, headers);
    }

    String codeFor(User user) {
        return codeOf(choose(authorization(), as(user)));
    }

    static String codeOf(HttpResponse<String> redirect) {
        return Objects.requireNonNull(parametersOf(redirect).get("code"), "code");
    }

    static Map<String, String> exchange(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", VERIFIER);
        form.put("redirect_uri", CALLBACK);
        form.put("client_id", CLIENT);
        return form;
    }

    static Map<String, String> refresh(String refreshToken, String site) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        form.put("client_id", CLIENT);
        form.put("site_namespace", site);
        return form;
    }

    HttpResponse<String> token(Map<String, String> form) {
        return postForm("/oauth2/v1/token", form);
    }

    JsonObject tokensOf(User user) {
        return json(token(exchange(codeFor(user))));
    }

    String accessTokenOf(User user) {
        return tokensOf(user).getString("access_token");
    }

    /** Calls the REST API with a token and for JSON. */
    HttpResponse<String> rest(String path, String token) {
        return get("/api/3.27" + path, "X-Tableau-Auth", token, "Accept", "application/json");
    }

    /** Signs in in JSON: {@code credentials} are the members of that object, without the site. */
    HttpResponse<String> signIn(String credentials, String site) {
        return signIn("3.27", credentials, site);
    }

    HttpResponse<String> signIn(String version, String credentials, String site) {
        String body = "{\"credentials\":{%s,\"site\":{\"contentUrl\":\"%s\"}}}".formatted(credentials, site);
        return post("/api/" + version + "/auth/signin", "application/json", body, "Accept", "application/json");
    }

    /** The token of a sign-in that succeeds. */
    String signedIn(String credentials, String site) {
        return json(signIn(credentials, site)).getJsonObject("credentials").getString("token");
    }

    static String byToken(PersonalAccessToken token) {
        return "\"personalAccessTokenName\":\"%s\",\"personalAccessTokenSecret\":\"%s\""
                .formatted(token.name(), token.secret());
    }

    static String byPassword(String name, String password) {
        return "\"name\":\"%s\",\"password\":\"%s\"".formatted(name, password);
    }

    static String byJwt(String jwt) {
        return "\"jwt\":\"%s\"".formatted(jwt);
    }

    static String byUat(String jwt) {
        return byJwt(jwt) + ",\"isUat\":true";
    }

    static String impersonating(String credentials, String luid) {
        return credentials + ",\"user\":{\"id\":\"%s\"}".formatted(luid);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(path, "GET", BodyPublishers.noBody(), headers);
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = type;
        return send(path, "POST", BodyPublishers.ofString(body), all);
    }

    HttpResponse<String> postForm(String path, Map<String, String> form, String... headers) {
        return post(path, "application/x-www-form-urlencoded", encode(form), headers);
    }

    HttpResponse<String> postJson(String path, String body) {
        return post(path, "application/json", body);
    }

    HttpResponse<String> send(String path, String method, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The query of the address a redirect leads to. */
    static Map<String, String> parametersOf(HttpResponse<String> redirect) {
        URI target = URI.create(redirect.headers().firstValue("Location").orElseThrow());
        return Arrays.stream(target.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    /** The cookie a reply sets, as a browser sends it back. */
    static String cookieOf(HttpResponse<String> reply) {
        return reply.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    static JsonObject json(HttpResponse<String> reply) {
        return Json.createReader(new StringReader(reply.body())).readObject();
    }

    /** The code in a JSON error of the REST API. */
    static String errorOf(HttpResponse<String> reply) {
        return json(reply).getJsonObject("error").getString("code");
    }

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
