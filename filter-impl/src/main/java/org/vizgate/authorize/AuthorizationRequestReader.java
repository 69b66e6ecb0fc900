package org.vizgate.authorize;

import java.util.List;
import java.util.Optional;

import org.vizgate.client.Client;
import org.vizgate.client.Clients;
import org.vizgate.crypto.Pkce;
import org.vizgate.page.ErrorPage;
import org.vizgate.page.PageException;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.protocol.Resources;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.web.Parameters;

/** Reads an authorization request in the two halves that are answered differently. */
final class AuthorizationRequestReader {
    private static final int LONGEST_STATE = 1_000;

    private final Clients clients;
    private final Resources resources;
    private final ScopePolicy scopes;

    AuthorizationRequestReader(Clients clients, Resources resources, ScopePolicy scopes) {
        this.clients = clients;
        this.resources = resources;
        this.scopes = scopes;
    }

    /** Who asks, and where the answer goes. From here on an error may be sent there. */
    record Trusted(Client client, String redirectUri, Optional<String> state) {}

    /** @throws PageException if client or redirect URI cannot be trusted */
    Trusted trusted(Parameters parameters) {
        Client client = client(parameters);
        String redirectUri = onlyOne(parameters, "redirect_uri")
                .map(asked -> checked(client, asked))
                .or(client::onlyRedirect)
                .orElseThrow(() -> new PageException(
                        ErrorPage.BAD_REDIRECT, "client " + client.reference() + " named no redirect URI"));
        List<String> states = parameters.all("state");
        return new Trusted(client, redirectUri, states.size() == 1 ? Optional.of(states.get(0)) : Optional.empty());
    }

    private Client client(Parameters parameters) {
        String id = onlyOne(parameters, "client_id")
                .orElseThrow(() -> new PageException(
                        ErrorPage.BAD_REQUEST, "no client_id at the authorization endpoint", "client_id"));
        try {
            return clients.find(id).orElseThrow(() -> unknown(id));
        } catch (OAuthException e) {
            throw new PageException(ErrorPage.BUSY, String.valueOf(e.getMessage()));
        }
    }

    // A client that we know by its name and yet not find is one whose document could not be read or used.
    private PageException unknown(String id) {
        return clients.named(id)
                .flatMap(Client::provenHost)
                .map(host -> new PageException(
                        ErrorPage.UNREADABLE_CLIENT, "the metadata document of a client is of no use", host))
                .orElseGet(() ->
                        new PageException(ErrorPage.UNKNOWN_CLIENT, "unknown client at the authorization endpoint"));
    }

    private static Optional<String> onlyOne(Parameters parameters, String name) {
        try {
            return parameters.one(name);
        } catch (OAuthException e) {
            throw new PageException(ErrorPage.BAD_REQUEST, e.error().description(), name);
        }
    }

    private static String checked(Client client, String asked) {
        if (!client.allowsRedirectTo(asked)) {
            throw new PageException(
                    ErrorPage.BAD_REDIRECT,
                    "client " + client.reference() + " named a redirect URI it has not registered");
        }
        return asked;
    }

    /** @throws OAuthException with the error that the client is to be told */
    AuthorizationRequest read(Trusted trusted, Parameters parameters) {
        refuseRequestObjects(parameters);
        checkState(parameters);
        checkResponseType(parameters);
        Client client = trusted.client();
        return new AuthorizationRequest(
                client.reference(),
                client.name(),
                client.provenHost(),
                client.isConfigured(),
                client.method().wireName(),
                trusted.redirectUri(),
                trusted.state(),
                codeChallenge(parameters),
                resources(parameters),
                scopes.granted(parameters.one("scope")));
    }

    private static void refuseRequestObjects(Parameters parameters) {
        if (parameters.has("request")) {
            throw new OAuthException(ErrorCode.REQUEST_NOT_SUPPORTED, "request objects are not supported");
        }
        if (parameters.has("request_uri")) {
            throw new OAuthException(ErrorCode.REQUEST_URI_NOT_SUPPORTED, "request_uri is not supported");
        }
    }

    private static void checkState(Parameters parameters) {
        if (parameters.one("state").orElse("").length() > LONGEST_STATE) {
            throw new OAuthException(
                    ErrorCode.INVALID_REQUEST, "state has at most " + LONGEST_STATE + " characters here");
        }
    }

    private static void checkResponseType(Parameters parameters) {
        if (!"code".equals(parameters.required("response_type"))) {
            throw new OAuthException(ErrorCode.UNSUPPORTED_RESPONSE_TYPE, "the only response_type is code");
        }
        if (!"query".equals(parameters.one("response_mode").orElse("query"))) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "the only response_mode is query");
        }
    }

    private static String codeChallenge(Parameters parameters) {
        String challenge = parameters.required("code_challenge");
        if (!Pkce.S256.equals(parameters.one("code_challenge_method").orElse("plain"))) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "the only code_challenge_method is S256");
        }
        if (!Pkce.isChallenge(challenge)) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "an S256 code_challenge is 43 characters of base64url");
        }
        return challenge;
    }

    private List<String> resources(Parameters parameters) {
        List<String> asked = parameters.all("resource");
        if (asked.isEmpty()) {
            return List.of(resources.primary().identifier().toString());
        }
        return asked.stream()
                .map(identifier -> resources
                        .requested(identifier)
                        .map(Resource::identifier)
                        .orElseThrow(() ->
                                new OAuthException(ErrorCode.INVALID_TARGET, "the resource is not one of this server")))
                .map(Object::toString)
                .distinct()
                .toList();
    }
}
