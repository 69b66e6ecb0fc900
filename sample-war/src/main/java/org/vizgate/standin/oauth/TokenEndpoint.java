package org.vizgate.standin.oauth;

import java.util.Optional;

import jakarta.json.Json;
import jakarta.json.JsonObject;

import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.data.User;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Endpoint;
import org.vizgate.standin.http.Parameters;
import org.vizgate.standin.http.Reply;
import org.vizgate.standin.session.Sessions;

/** {@code POST /oauth2/v1/token}: a session and a refresh token for a code or for an earlier refresh token. */
final class TokenEndpoint implements Endpoint {
    private final StandInData data;
    private final Sessions sessions;
    private final AuthorizationCodes codes;
    private final RefreshTokens refreshTokens;
    private final OriginHost originHost;

    TokenEndpoint(
            StandInData data,
            Sessions sessions,
            AuthorizationCodes codes,
            RefreshTokens refreshTokens,
            OriginHost originHost) {
        this.data = data;
        this.sessions = sessions;
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.originHost = originHost;
    }

    @Override
    public Reply answer(Call call) {
        try {
            return json(200, grant(form(call)));
        } catch (TokenFault fault) {
            return json(
                    fault.status(),
                    Json.createObjectBuilder().add("error", fault.error()).build());
        }
    }

    private static Parameters form(Call call) {
        if (!call.isOfType("application/x-www-form-urlencoded")) {
            throw new TokenFault(415, "invalid_request");
        }
        Parameters form = Parameters.parse(call.body());
        if (form.hasRepeated()) {
            throw TokenFault.invalidRequest();
        }
        return form;
    }

    private JsonObject grant(Parameters form) {
        return switch (required(form, "grant_type")) {
            case "authorization_code" -> exchange(form);
            case "refresh_token" -> refresh(form);
            default -> throw new TokenFault(400, "unsupported_grant_type");
        };
    }

    private JsonObject exchange(Parameters form) {
        String code = required(form, "code");
        String verifier = required(form, "code_verifier");
        String redirectUri = required(form, "redirect_uri");
        String clientId = required(form, "client_id");
        AuthorizationCodes.Grant grant = codes.take(code)
                .filter(found -> found.clientId().equals(clientId))
                .filter(found -> found.redirectUri().toString().equals(redirectUri))
                .filter(found -> Pkce.matches(verifier, found.codeChallenge()))
                .orElseThrow(TokenFault::invalidGrant);
        return tokens(grant.user(), clientId);
    }

    private JsonObject refresh(Parameters form) {
        String token = required(form, "refresh_token");
        String clientId = required(form, "client_id");
        User user = refreshTokens
                .find(token)
                .filter(found -> found.clientId().equals(clientId))
                .flatMap(found -> userFor(found.userName(), form.one("site_namespace")))
                .orElseThrow(TokenFault::invalidGrant);
        if (!refreshTokens.spend(token)) {
            throw TokenFault.invalidGrant();
        }
        return tokens(user, clientId);
    }

    // Without the name of a site the person has, a refresh lands on the Default site, or nowhere.
    private Optional<User> userFor(String name, Optional<String> siteNamespace) {
        return siteNamespace
                .flatMap(data::site)
                .flatMap(site -> data.user(name, site))
                .or(() -> data.site("").flatMap(site -> data.user(name, site)));
    }

    private JsonObject tokens(User user, String clientId) {
        return Json.createObjectBuilder()
                .add("access_token", sessions.create(user).token())
                .add("expires_in", sessions.limits().lifetime().toSeconds())
                .add("refresh_token", refreshTokens.issue(new RefreshTokens.Grant(user.name(), clientId)))
                .add("origin_host", originHost.value())
                .build();
    }

    private static String required(Parameters form, String name) {
        return form.filled(name).orElseThrow(TokenFault::invalidRequest);
    }

    private static Reply json(int status, JsonObject content) {
        return Reply.of(status, "application/json;charset=UTF-8", content.toString());
    }
}
