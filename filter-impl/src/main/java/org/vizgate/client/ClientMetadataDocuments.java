package org.vizgate.client;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.vizgate.cache.BoundedCache;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;
import org.vizgate.protocol.OAuthException;

/**
 * Clients that are named by the address of their metadata (draft-ietf-oauth-client-id-metadata-document): the document is
 * read when a sign-in begins, and remembered as long as its server allows. Safe for use by several threads.
 *
 * <p>What could not be read or used is not remembered: the next sign-in finds a document that was mended. Addresses inside a
 * document (logo, keys) are never fetched.
 */
public final class ClientMetadataDocuments {
    /** How long reading a document may take. */
    public static final Duration DEADLINE = Duration.ofSeconds(5);

    /** How long a document may be (section 6.6 of the draft). */
    public static final int MAX_BYTES = 5 * 1024;

    private static final Logger LOG = System.getLogger(ClientMetadataDocuments.class.getName());
    private static final int MAX_REMEMBERED = 1_000;
    private static final Duration KNOWN = Duration.ofDays(7);
    private static final Pattern JSON_TYPE = Pattern.compile("application/(?:[a-z0-9!#$&^_.+-]+\\+)?json");
    private static final Set<String> SECRETS = Set.of("client_secret", "client_secret_expires_at");

    private final ClientMetadataPolicy policy;
    private final HttpSender sender;
    private final RedirectUris redirects;
    private final Json json;
    private final Clock clock;
    private final BoundedCache<String, Remembered> remembered;
    private final DocumentReads reads;

    // After its end the client is not given out any more; that its document was good is known for longer.
    private record Remembered(Client client, Instant end) {
        boolean isFresh(Instant now) {
            return now.isBefore(end);
        }
    }

    /** @param sender reaches public hosts only, in bounded time and size; stays the caller's to close */
    public ClientMetadataDocuments(
            ClientMetadataPolicy policy, HttpSender sender, RedirectUris redirects, Json json, Clock clock) {
        this.policy = policy;
        this.sender = sender;
        this.redirects = redirects;
        this.json = json;
        this.clock = clock;
        this.remembered =
                new BoundedCache<>(MAX_REMEMBERED, known -> known.end().plus(KNOWN), clock);
        this.reads = new DocumentReads(clock);
    }

    /**
     * The client whose document is at {@code id}; empty if none is, or it may not be read. Asks the host if it has to.
     *
     * @throws OAuthException temporarily_unavailable, if too many documents are asked for
     */
    Optional<Client> read(String id) {
        Optional<DocumentAddress> address = admitted(id);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Optional<Client> fresh = fresh(id);
        return fresh.isPresent()
                ? fresh
                : reads.once(
                        id,
                        address.get().host(),
                        remembered.get(id) != null,
                        // Whoever read it last may have finished a moment ago.
                        () -> fresh(id).or(() -> fetched(id, address.get())));
    }

    /** The client that {@code id} names, without asking anybody: what a token request needs, for its grant knows the rest. */
    Optional<Client> named(String id) {
        return admitted(id).map(address -> new Client(id, "", List.of(), ClientAuthenticationMethod.NONE, false));
    }

    private Optional<DocumentAddress> admitted(String id) {
        return DocumentAddress.parse(id).filter(policy::admits);
    }

    private Optional<Client> fresh(String id) {
        @Nullable Remembered known = remembered.get(id);
        return known != null && known.isFresh(clock.instant()) ? Optional.of(known.client()) : Optional.empty();
    }

    private Optional<Client> fetched(String id, DocumentAddress address) {
        try {
            OutboundReply reply = sender.send(OutboundRequest.get(address.uri(), Map.of("Accept", "application/json"))
                    .as("client-document"));
            Client client = client(id, reply);
            remembered.put(id, new Remembered(client, DocumentLife.end(reply, clock.instant())));
            return Optional.of(client);
        } catch (OutboundException e) {
            LOG.log(Level.INFO, "the client metadata document {0} cannot be read: {1}", id, e.kind());
        } catch (MalformedJsonException | OAuthException e) {
            LOG.log(Level.INFO, "the client metadata document {0} cannot be used: {1}", id, e.getMessage());
            remembered.remove(id);
        }
        return Optional.empty();
    }

    private Client client(String id, OutboundReply reply) {
        if (reply.status() != 200 || !JSON_TYPE.matcher(reply.mediaType()).matches()) {
            throw new MalformedJsonException("the answer is not JSON with status 200");
        }
        JsonFields fields = json.read(reply.body());
        // Letter by letter: otherwise one host could speak for another's client.
        if (!fields.requiredText("client_id").equals(id)) {
            throw new MalformedJsonException("client_id is not the address of the document");
        }
        if (fields.names().stream().anyMatch(SECRETS::contains)) {
            throw new MalformedJsonException("a public document holds a client secret");
        }
        ClientMetadata metadata = ClientMetadata.ofDocument(fields, redirects);
        if (metadata.name().isEmpty()) {
            throw new MalformedJsonException("client_name is missing");
        }
        return new Client(id, metadata.name(), metadata.redirectUris(), metadata.method(), false);
    }
}
