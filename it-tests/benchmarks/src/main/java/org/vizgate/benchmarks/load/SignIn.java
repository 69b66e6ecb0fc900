package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** People who sign in for a client that has registered, each with a browser of their own, from the consent page to the token. */
final class SignIn {
    private static final String REDIRECT = "http://127.0.0.1:7777/cb";
    private static final String VERIFIER = "a-verifier-that-everybody-knows-is-good-enough-here";
    private static final Pattern HIDDEN = Pattern.compile("name=\"request\" value=\"([^\"]*)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI issuer;
    private final String client;

    SignIn(URI issuer) throws IOException, InterruptedException {
        this.issuer = issuer;
        this.client = member("client_id", register());
    }

    private String register() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at("/oauth/register"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"client_name\":\"Benchmark\",\"redirect_uris\":[\"" + REDIRECT
                                + "\"],\"token_endpoint_auth_method\":\"none\"}")))
                .body();
    }

    /** A whole sign-in: the answer of the token endpoint, which is JSON. */
    String tokens() throws IOException, InterruptedException {
        HttpResponse<String> consent = send(HttpRequest.newBuilder(at("/oauth/authorize?response_type=code&client_id="
                + encoded(client) + "&redirect_uri=" + encoded(REDIRECT) + "&code_challenge=" + challenge()
                + "&code_challenge_method=S256&state=xyz")));
        HttpResponse<String> toTableau =
                send(form(at("/oauth/consent"), "decision=allow&request=" + encoded(found(HIDDEN, consent.body())))
                        .header("Origin", at("").toString())
                        .header("Cookie", cookies(consent)));
        HttpResponse<String> back =
                send(form(URI.create(location(toTableau)), "standin_user=jo%40corp.example&standin_site=sales"));
        HttpResponse<String> done =
                send(HttpRequest.newBuilder(URI.create(location(back))).header("Cookie", cookies(toTableau)));
        String code = found(Pattern.compile("[?&]code=([^&]*)"), location(done));
        return send(form(
                        at("/oauth/token"),
                        "grant_type=authorization_code&client_id=" + encoded(client) + "&code=" + code
                                + "&code_verifier=" + VERIFIER + "&redirect_uri=" + encoded(REDIRECT)))
                .body();
    }

    static String member(String name, String json) {
        return found(Pattern.compile("\"" + name + "\":\"([^\"]*)\""), json);
    }

    private URI at(String path) {
        return URI.create(issuer + path);
    }

    private static HttpRequest.Builder form(URI uri, String body) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    // None of the cookies is taken away on this way; each step sends back what the one before set.
    private static String cookies(HttpResponse<String> answer) {
        return String.join(
                "; ",
                answer.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IllegalStateException("no redirect from "
                        + answer.uri().getPath() + " but " + answer.statusCode() + " " + answer.body()));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private static String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
