package org.vizgate.client;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditLog;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Reply;

/** Dynamic client registration (RFC 7591 section 3). Nothing is stored: the answer's {@code client_id} is the registration. */
public final class RegistrationEndpoint implements Endpoint {
    private final SealedClients registered;
    private final RedirectUris redirects;
    private final Json json;
    private final Clock clock;
    private final AuditLog audit;

    public RegistrationEndpoint(
            SealedClients registered, RedirectUris redirects, Json json, Clock clock, AuditLog audit) {
        this.registered = registered;
        this.redirects = redirects;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    @Override
    public Reply handle(Call call) {
        ClientMetadata metadata = ClientMetadata.read(body(call), redirects);
        Instant now = clock.instant();
        String id = registered.seal(metadata, now);
        audit.record(AuditEvent.CLIENT_REGISTERED, call.correlationId())
                .with("client", Client.referenceOf(id))
                .with("address", call.remoteAddress())
                .write();
        return Reply.json(201, json.write(answer(metadata, id, now))).uncached();
    }

    private JsonFields body(Call call) {
        if (!call.isOf("application/json")) {
            throw new OAuthException(ErrorCode.INVALID_CLIENT_METADATA, "client metadata comes as application/json");
        }
        try {
            return json.read(call.body());
        } catch (MalformedJsonException e) {
            throw new OAuthException(ErrorCode.INVALID_CLIENT_METADATA, "the body is not a JSON object");
        }
    }

    private Map<String, Object> answer(ClientMetadata metadata, String id, Instant now) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("client_id", id);
        members.put("client_id_issued_at", now.getEpochSecond());
        if (metadata.method() != ClientAuthenticationMethod.NONE) {
            members.put("client_secret", registered.secretOf(id));
            members.put("client_secret_expires_at", registered.expiryOf(now).getEpochSecond());
        }
        if (!metadata.name().isEmpty()) {
            members.put("client_name", metadata.name());
        }
        members.put("redirect_uris", metadata.redirectUris());
        members.put("grant_types", metadata.grantTypes());
        members.put("response_types", metadata.responseTypes());
        members.put("token_endpoint_auth_method", metadata.method().wireName());
        if (metadata.type() != ApplicationType.UNSAID) {
            members.put("application_type", metadata.type().wireName());
        }
        return members;
    }
}
