package org.vizgate.it;

import java.net.URI;
import java.util.Map;

/** A client program that has registered at a sample. Its redirect address is on loopback, and nobody listens there. */
record OAuthClient(URI issuer, String id, String redirectUri) {
    static final String REDIRECT = "http://127.0.0.1:7777/cb";
    static final String METADATA = """
            {"client_name": "Black box", "redirect_uris": ["%s"], "token_endpoint_auth_method": "none",
             "grant_types": ["authorization_code", "refresh_token"], "application_type": "native"}
            """.formatted(REDIRECT);

    static OAuthClient register(Sample sample) {
        return register(sample.base());
    }

    static OAuthClient register(URI issuer) {
        return register(issuer, REDIRECT);
    }

    /** With a redirect address where somebody may listen. */
    static OAuthClient register(URI issuer, String redirectUri) {
        Answer answer = Http.postJson(URI.create(issuer + "/oauth/register"), METADATA.replace(REDIRECT, redirectUri));
        return new OAuthClient(issuer, answer.json().getString("client_id"), redirectUri);
    }

    URI at(String path) {
        return URI.create(issuer + path);
    }

    Answer redeem(String code, String verifier) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "code_verifier", verifier,
                "redirect_uri", redirectUri,
                "client_id", id));
    }

    Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "client_id", id));
    }

    Answer token(Map<String, String> form) {
        return Http.post(at("/oauth/token"), form);
    }

    Answer revoke(String token) {
        return Http.post(at("/oauth/revoke"), Map.of("token", token, "client_id", id));
    }

    Answer whoami(String accessToken) {
        return Http.call(at("/api/whoami"), accessToken);
    }
}
