package org.vizgate.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.vizgate.crypto.Digests;
import org.vizgate.crypto.MacKey;
import org.vizgate.crypto.SealedBox;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

/**
 * Dynamically registered clients: the whole registration is sealed into the {@code client_id}.
 *
 * <p>It is deflated first. That lets the length of an id depend on its content, which gives nothing away: all of it came
 * from the client itself, and there is no secret of ours in it.
 */
public final class SealedClients {
    /** The version of all that follows it: the box, the dictionary of {@link ShortText}, and the members inside. */
    private static final String PREFIX = "vg1.";

    private static final String PURPOSE = "client registration";
    private static final int MAX_LENGTH = 1_024;

    private final SealedBox box;
    private final MacKey secrets;
    private final Json json;
    private final Duration life;
    private final Clock clock;

    /**
     * @param secrets derives a client's secret from its id
     * @param life how long a registration is valid
     */
    public SealedClients(SealedBox box, MacKey secrets, Json json, Duration life, Clock clock) {
        this.box = box;
        this.secrets = secrets;
        this.json = json;
        this.life = life;
        this.clock = clock;
    }

    /** @throws OAuthException invalid_client_metadata, if the sealed registration would be too long for an id */
    String seal(ClientMetadata metadata, Instant issuedAt) {
        String id = PREFIX + box.seal(ShortText.deflated(json.write(members(metadata, issuedAt))), PURPOSE);
        if (id.length() > MAX_LENGTH) {
            throw new OAuthException(
                    ErrorCode.INVALID_CLIENT_METADATA, "the redirect URIs and the name are too long together");
        }
        return id;
    }

    private static Map<String, Object> members(ClientMetadata metadata, Instant issuedAt) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("m", metadata.method().wireName());
        members.put("r", metadata.redirectUris());
        if (!metadata.name().isEmpty()) {
            members.put("n", metadata.name());
        }
        if (metadata.type() != ApplicationType.UNSAID) {
            members.put("a", metadata.type().wireName());
        }
        members.put("i", issuedAt.getEpochSecond());
        return members;
    }

    /** The client that was registered as {@code id}; empty if the id is foreign, changed or expired. */
    Optional<Client> open(String id) {
        if (!id.startsWith(PREFIX) || id.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return box.openBytes(id.substring(PREFIX.length()), PURPOSE)
                .flatMap(ShortText::inflated)
                .map(json::read)
                .filter(this::isLive)
                .map(fields -> client(id, fields));
    }

    private boolean isLive(JsonFields fields) {
        return fields.instant("i")
                .filter(issued -> clock.instant().isBefore(issued.plus(life)))
                .isPresent();
    }

    private static Client client(String id, JsonFields fields) {
        return new Client(
                id,
                fields.text("n").orElse(""),
                fields.textOrTexts("r"),
                ClientAuthenticationMethod.of(fields.requiredText("m")).orElseThrow(),
                false);
    }

    /** The secret of a client that registered for one. */
    String secretOf(String id) {
        return secrets.full(id);
    }

    boolean isSecretOf(String id, String secret) {
        return Digests.same(secretOf(id), secret);
    }

    Instant expiryOf(Instant issuedAt) {
        return issuedAt.plus(life);
    }
}
