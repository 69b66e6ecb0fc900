package org.vizgate.it;

import java.net.URI;
import java.util.Map;

/** A client program that has registered at a sample. Its redirect address is on loopback, and nobody listens there. */
public record OAuthClient(URI issuer, String endpointPath, String id, String redirectUri) {
    private static final String USUAL_PATH = "/oauth";
    static final String REDIRECT = "http://127.0.0.1:7777/cb";
    static final String METADATA = """
            {"client_name": "Black box", "redirect_uris": ["%s"], "token_endpoint_auth_method": "none",
             "grant_types": ["authorization_code", "refresh_token"], "application_type": "native"}
            """.formatted(REDIRECT);

    static OAuthClient register(Sample sample) {
        return register(sample.base());
    }

    public static OAuthClient register(URI issuer) {
        return register(issuer, REDIRECT);
    }

    /** With a redirect address where somebody may listen. */
    static OAuthClient register(URI issuer, String redirectUri) {
        return register(issuer, USUAL_PATH, redirectUri);
    }

    /** Where the endpoints are elsewhere than at {@code /oauth}. */
    public static OAuthClient registerAt(URI issuer, String endpointPath) {
        return register(issuer, endpointPath, REDIRECT);
    }

    private static OAuthClient register(URI issuer, String endpointPath, String redirectUri) {
        Answer answer =
                Http.postJson(URI.create(issuer + endpointPath + "/register"), METADATA.replace(REDIRECT, redirectUri));
        return new OAuthClient(issuer, endpointPath, answer.json().getString("client_id"), redirectUri);
    }

    /** An endpoint; {@code name} starts with a slash. */
    URI endpoint(String name) {
        return at(endpointPath + name);
    }

    public URI at(String path) {
        return URI.create(issuer + path);
    }

    public Answer redeem(String code, String verifier) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "code_verifier", verifier,
                "redirect_uri", redirectUri,
                "client_id", id));
    }

    public Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", id));
    }

    Answer token(Map<String, String> form) {
        return Http.post(endpoint("/token"), form);
    }

    public Answer revoke(String token) {
        return Http.post(endpoint("/revoke"), Map.of("token", token, "client_id", id));
    }

    public Answer whoami(String accessToken) {
        return Http.call(at("/api/whoami"), accessToken);
    }
}
