package org.vizgate.authorize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vizgate.client.RedirectUris;
import org.vizgate.crypto.Digests;
import org.vizgate.json.JsonFields;
import org.vizgate.scope.Scopes;

/**
 * An authorization request that was checked (RFC 6749 section 4.1.1, RFC 7636 section 4.3, RFC 8707 section 2).
 *
 * @param client the client's reference
 * @param clientName what it calls itself; may be empty
 * @param clientHost the host that published the client's metadata document, if it has one
 * @param isClientConfigured whether an administrator named the client
 * @param clientAuthentication its {@code token_endpoint_auth_method}
 * @param state to be returned as it is, if it was sent
 * @param resources identifiers, at least one
 * @param scopes what will be granted
 */
record AuthorizationRequest(
        String client,
        String clientName,
        Optional<String> clientHost,
        boolean isClientConfigured,
        String clientAuthentication,
        String redirectUri,
        Optional<String> state,
        String codeChallenge,
        List<String> resources,
        Scopes scopes) {

    Map<String, Object> write() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("c", client);
        members.put("n", clientName);
        clientHost.ifPresent(host -> members.put("h", host));
        members.put("k", isClientConfigured);
        members.put("m", clientAuthentication);
        members.put("r", redirectUri);
        state.ifPresent(text -> members.put("s", text));
        members.put("p", codeChallenge);
        members.put("a", resources);
        members.put("o", scopes.toString());
        return members;
    }

    static AuthorizationRequest read(JsonFields fields) {
        return new AuthorizationRequest(
                fields.requiredText("c"),
                fields.requiredText("n"),
                fields.text("h"),
                fields.flag("k").orElse(false),
                fields.requiredText("m"),
                fields.requiredText("r"),
                fields.text("s"),
                fields.requiredText("p"),
                fields.textOrTexts("a"),
                Scopes.parse(fields.requiredText("o")));
    }

    /** Names what a user consents to. */
    String consentKey() {
        return Digests.brief(String.join("\n", client, redirectUri, scopes.toString(), String.join(" ", resources)));
    }

    /** Whether the redirect proves by https who gets the answer. */
    boolean isAnsweredAtKnownHost() {
        return !RedirectUris.isLoopback(redirectUri) && !RedirectUris.isCustomScheme(redirectUri);
    }

    /** Shows the client only. */
    @Override
    public String toString() {
        return "AuthorizationRequest[client=" + client + "]";
    }
}
