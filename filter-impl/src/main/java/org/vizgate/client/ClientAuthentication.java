package org.vizgate.client;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Parameters;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Says which client sent a request, after it proved so (RFC 6749 sections 2.3 and 3.2.1). */
public final class ClientAuthentication {
    private static final String BASIC = "basic ";

    private final Clients clients;

    public ClientAuthentication(Clients clients) {
        this.clients = clients;
    }

    private record Credentials(String id, Optional<String> secret) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    /**
     * The client of a request. When a secret comes in the header and in the body, the body's counts.
     *
     * @throws OAuthException invalid_client, if the client is unknown or its secret is wrong or missing; invalid_request, if
     *     the request is malformed
     */
    public Client authenticate(Call call, Parameters form) {
        Credentials credentials = credentials(call, form);
        Client client = clients.named(credentials.id()).orElseThrow(ClientAuthentication::unknown);
        if (client.isPublic() ? credentials.secret().isPresent() : !proves(client, credentials)) {
            throw new OAuthException(
                    ErrorCode.INVALID_CLIENT,
                    "client authentication failed",
                    "client " + client.reference() + " sent a wrong secret, none, or one it does not have");
        }
        return client;
    }

    private boolean proves(Client client, Credentials credentials) {
        return credentials
                .secret()
                .filter(secret -> clients.isSecretOf(client, secret))
                .isPresent();
    }

    private static Credentials credentials(Call call, Parameters form) {
        Optional<String> id = form.one("client_id");
        Optional<String> secret = form.one("client_secret");
        Optional<Credentials> basic = basic(call);
        if (secret.isPresent()) {
            return new Credentials(id.or(() -> basic.map(Credentials::id)).orElseThrow(() -> missing()), secret);
        }
        if (basic.isEmpty()) {
            return new Credentials(id.orElseThrow(() -> missing()), Optional.empty());
        }
        if (id.filter(named -> !named.equals(basic.get().id())).isPresent()) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "the header and the body name different clients");
        }
        return basic.get();
    }

    private static Optional<Credentials> basic(Call call) {
        List<String> headers = call.headers("authorization");
        if (headers.size() > 1) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "the Authorization header was sent more than once");
        }
        return headers.stream()
                .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
                .map(header -> decoded(header.substring(BASIC.length()).strip()))
                .findFirst();
    }

    private static Credentials decoded(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                String secret = URLDecoder.decode(pair.substring(colon + 1), UTF_8);
                // A client without a secret may still use the header, with nothing behind the colon.
                return new Credentials(
                        URLDecoder.decode(pair.substring(0, colon), UTF_8),
                        Optional.of(secret).filter(text -> !text.isEmpty()));
            }
        } catch (IllegalArgumentException e) {
            // Falls through: the answer is the same for every malformed header.
        }
        throw new OAuthException(
                ErrorCode.INVALID_CLIENT, "the Authorization header is not HTTP Basic as it should be");
    }

    private static OAuthException missing() {
        return new OAuthException(ErrorCode.INVALID_REQUEST, "the parameter client_id is missing");
    }

    private static OAuthException unknown() {
        return new OAuthException(ErrorCode.INVALID_CLIENT, "the client is not known here (any more): register again");
    }
}
