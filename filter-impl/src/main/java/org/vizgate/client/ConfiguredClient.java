package org.vizgate.client;

import java.util.List;
import java.util.Optional;

import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.protocol.OAuthException;
import org.vizgate.session.Secret;

/**
 * A client that an administrator named.
 *
 * @param secret of a confidential client
 */
public record ConfiguredClient(Client client, Optional<Secret> secret) {

    /**
     * Reads a file of clients: {@code {"clients": [...]}}, each with the members of RFC 7591 section 3.2.1
     * ({@code client_id}, {@code redirect_uris}, {@code client_name}, {@code client_secret} …).
     *
     * @throws IllegalArgumentException if it is no such file; the message names the client and the member
     */
    public static List<ConfiguredClient> readAll(String text, Json json, RedirectUris redirects) {
        try {
            return json
                    .read(text)
                    .objects("clients")
                    .orElseThrow(() -> new MalformedJsonException("clients is missing"))
                    .stream()
                    .map(fields -> read(fields, redirects))
                    .toList();
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException("the file of clients: " + e.getMessage());
        }
    }

    private static ConfiguredClient read(JsonFields fields, RedirectUris redirects) {
        String id = fields.requiredText("client_id");
        try {
            ClientMetadata metadata = ClientMetadata.read(fields, redirects);
            Optional<Secret> secret = fields.text("client_secret").map(Secret::of);
            boolean isPublic = secret.isEmpty();
            ClientAuthenticationMethod method =
                    isPublic ? ClientAuthenticationMethod.NONE : confidential(metadata.method());
            String name = metadata.name().isEmpty() ? id : metadata.name();
            return new ConfiguredClient(new Client(id, name, metadata.redirectUris(), method, true), secret);
        } catch (OAuthException e) {
            throw new IllegalArgumentException(
                    "the file of clients, client " + id + ": " + e.error().description());
        }
    }

    private static ClientAuthenticationMethod confidential(ClientAuthenticationMethod method) {
        return method == ClientAuthenticationMethod.NONE ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC : method;
    }
}
