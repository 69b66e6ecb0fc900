package org.vizgate.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.vizgate.crypto.Digests;
import org.vizgate.protocol.OAuthException;
import org.vizgate.session.Secret;

/** Finds clients by their id. Safe for use by several threads. */
public final class Clients {
    private final Map<String, Client> configured = new LinkedHashMap<>();
    private final Map<String, Secret> configuredSecrets = new LinkedHashMap<>();
    private final SealedClients registered;
    private final Optional<ClientMetadataDocuments> documents;
    private final Set<String> blocked;

    /** As the other one, for a server that reads no client's metadata document. */
    public Clients(
            Map<String, Secret> secretPairs,
            List<ConfiguredClient> fromFile,
            SealedClients registered,
            Set<String> blocked) {
        this(secretPairs, fromFile, registered, Optional.empty(), blocked);
    }

    /**
     * @param secretPairs id to secret of confidential clients without a redirect
     * @param fromFile configured clients with all they have
     * @param documents of clients that are named by an address; empty if no such client is served
     * @param blocked ids, or their digests, that are refused whatever they are
     */
    public Clients(
            Map<String, Secret> secretPairs,
            List<ConfiguredClient> fromFile,
            SealedClients registered,
            Optional<ClientMetadataDocuments> documents,
            Set<String> blocked) {
        secretPairs.forEach((id, secret) -> {
            configured.put(id, new Client(id, id, List.of(), ClientAuthenticationMethod.CLIENT_SECRET_BASIC, true));
            configuredSecrets.put(id, secret);
        });
        for (ConfiguredClient client : fromFile) {
            configured.put(client.client().id(), client.client());
            client.secret()
                    .ifPresent(secret -> configuredSecrets.put(client.client().id(), secret));
        }
        this.registered = registered;
        this.documents = documents;
        this.blocked = Set.copyOf(blocked);
    }

    /** What tokens may name clients by whose ids, or digests of ids, are {@code ids}. */
    public static Set<String> references(Set<String> ids) {
        return ids.stream().flatMap(id -> Stream.of(id, Digests.brief(id))).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The client with this id and all that is known of it, unless it is unknown, expired or blocked. Reads the client's
     * metadata document if the id is the address of one.
     *
     * @throws OAuthException temporarily_unavailable, if too many documents are asked for
     */
    public Optional<Client> find(String id) {
        return client(id, ClientMetadataDocuments::read);
    }

    /**
     * As {@link #find}, but nobody is asked: of a client that is named by an address, the answer has the id alone. A token
     * request needs no more, for its grant knows the rest; and a stranger must not have us fetch things there as well.
     */
    public Optional<Client> named(String id) {
        return client(id, ClientMetadataDocuments::named);
    }

    private Optional<Client> client(
            String id, BiFunction<ClientMetadataDocuments, String, Optional<Client>> fromDocument) {
        if (blocked.contains(id) || blocked.contains(Digests.brief(id))) {
            return Optional.empty();
        }
        @Nullable Client known = configured.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        return DocumentAddress.isClaimedBy(id)
                ? documents.flatMap(all -> fromDocument.apply(all, id))
                : registered.open(id);
    }

    /** Whether {@code secret} is the client's; false for a client without one. Takes the same time whatever is wrong. */
    boolean isSecretOf(Client client, String secret) {
        if (client.isPublic()) {
            return false;
        }
        Secret expected = configuredSecrets.get(client.id());
        return expected != null
                ? expected.equals(Secret.of(secret))
                : !client.isConfigured() && registered.isSecretOf(client.id(), secret);
    }
}
