package org.vizgate.authorize;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.vizgate.protocol.OAuthError;
import org.vizgate.web.Reply;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Answers the client by sending the browser to its redirect URI, always with {@code iss} (RFC 9207). */
final class AuthorizationReply {
    private final URI issuer;

    AuthorizationReply(URI issuer) {
        this.issuer = issuer;
    }

    /** RFC 6749 section 4.1.2. */
    Reply success(AuthorizationRequest request, String code) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("code", code);
        return Reply.redirect(location(request.redirectUri(), request.state(), members));
    }

    /** RFC 6749 section 4.1.2.1. */
    Reply error(String redirectUri, Optional<String> state, OAuthError error) {
        return Reply.redirect(errorLocation(redirectUri, state, error));
    }

    String errorLocation(String redirectUri, Optional<String> state, OAuthError error) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("error", error.code().wireName());
        members.put("error_description", error.description());
        return location(redirectUri, state, members);
    }

    private String location(String redirectUri, Optional<String> state, Map<String, String> members) {
        state.ifPresent(text -> members.put("state", text));
        members.put("iss", issuer.toString());
        StringBuilder location = new StringBuilder(redirectUri);
        char separator = redirectUri.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> member : members.entrySet()) {
            location.append(separator)
                    .append(member.getKey())
                    .append('=')
                    .append(URLEncoder.encode(member.getValue(), UTF_8).replace("+", "%20"));
            separator = '&';
        }
        return location.toString();
    }
}
