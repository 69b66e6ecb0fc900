package org.vizgate.standin.cloud;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;

import org.vizgate.standin.credential.UatConfiguration;
import org.vizgate.standin.credential.UnifiedAccess;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.session.Access;
import org.vizgate.standin.session.Scopes;
import org.vizgate.standin.session.Sessions;

/** Create, list, read, change and delete configurations of unified access tokens, and revoke a JWT. */
final class UatConfigurations {
    private final UnifiedAccess unifiedAccess;
    private final CloudCaller caller;
    private final CloudSessions cloudSessions;
    private final Sessions siteSessions;

    UatConfigurations(
            UnifiedAccess unifiedAccess, CloudCaller caller, CloudSessions cloudSessions, Sessions siteSessions) {
        this.unifiedAccess = unifiedAccess;
        this.caller = caller;
        this.cloudSessions = cloudSessions;
        this.siteSessions = siteSessions;
    }

    Optional<JsonStructure> create(Call call) {
        caller.session(call);
        return Optional.of(store(read(CloudBody.parse(call), UUID.randomUUID().toString())));
    }

    Optional<JsonStructure> list(Call call) {
        caller.session(call);
        JsonArrayBuilder all = Json.createArrayBuilder();
        unifiedAccess.configurations().forEach(configuration -> all.add(json(configuration)));
        return Optional.of(all.build());
    }

    Optional<JsonStructure> get(Call call) {
        caller.session(call);
        return Optional.of(json(existing(call)));
    }

    Optional<JsonStructure> replace(Call call) {
        caller.session(call);
        return Optional.of(store(read(CloudBody.parse(call), existing(call).id())));
    }

    Optional<JsonStructure> change(Call call) {
        caller.session(call);
        JsonObject members = Json.createObjectBuilder(json(existing(call)))
                .addAll(Json.createObjectBuilder(CloudBody.parse(call).members()))
                .build();
        return Optional.of(store(read(new CloudBody(members), existing(call).id())));
    }

    Optional<JsonStructure> delete(Call call) {
        caller.session(call);
        if (!unifiedAccess.remove(call.variable("id"))) {
            throw CloudFault.notFound();
        }
        return Optional.empty();
    }

    Optional<JsonStructure> revoke(Call call) {
        caller.session(call);
        String jwtId = CloudBody.parse(call).requiredText("jti");
        String credential = Access.byJwt(jwtId, Scopes.NONE).credential();
        unifiedAccess.revoke(jwtId);
        siteSessions.endWhere(session -> session.access().credential().equals(credential));
        cloudSessions.endAllOf(credential);
        return Optional.empty();
    }

    private UatConfiguration existing(Call call) {
        return unifiedAccess.configuration(call.variable("id")).orElseThrow(CloudFault::notFound);
    }

    private JsonObject store(UatConfiguration configuration) {
        if (!unifiedAccess.put(configuration)) {
            throw new CloudFault(409, "Another configuration has this issuer.");
        }
        return json(configuration);
    }

    private static UatConfiguration read(CloudBody body, String id) {
        try {
            return new UatConfiguration(
                    id,
                    body.requiredText("name"),
                    body.requiredText("issuer"),
                    body.text("publicKey").orElse(""),
                    body.text("jwksUri").orElse(""),
                    body.text("usernameClaim").orElse("email"),
                    new HashSet<>(body.texts("resourceIds")
                            .orElseThrow(() -> CloudFault.badRequest("resourceIds are missing."))),
                    Scopes.of(body.texts("scopes").orElse(List.of())),
                    body.bool("enabled").orElse(true));
        } catch (IllegalArgumentException e) {
            throw CloudFault.badRequest(e.getMessage() + ".");
        }
    }

    private JsonObject json(UatConfiguration configuration) {
        return Json.createObjectBuilder()
                .add("id", configuration.id())
                .add("configId", configuration.id())
                .add("tenantId", unifiedAccess.tenant().id())
                .add("name", configuration.name())
                .add("issuer", configuration.issuer())
                .add("publicKey", textOrNull(configuration.publicKey()))
                .add("publicKeyActive", !configuration.publicKey().isEmpty())
                .add("jwksUri", textOrNull(configuration.jwksUri()))
                .add("usernameClaim", configuration.usernameClaim())
                .add("resourceIds", Json.createArrayBuilder(configuration.resourceIds()))
                .add("scopes", Json.createArrayBuilder(configuration.scopes().names()))
                .add("enabled", configuration.enabled())
                .build();
    }

    private static JsonValue textOrNull(String text) {
        return text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
    }
}
