package org.vizgate.sample;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

import org.vizgate.session.TableauCaller;
import org.vizgate.session.TableauSession;

/** What the caller may see of themselves: everything but the tokens. */
final class CallerJson {
    // Kept: each call of Json.create… would look for the provider again.
    private static final JsonProvider JSON = JsonProvider.provider();

    private CallerJson() {}

    static JsonObject of(TableauCaller caller) {
        TableauSession session = caller.session();
        JsonArrayBuilder scopes = JSON.createArrayBuilder();
        caller.scopes().values().forEach(scopes::add);
        return JSON.createObjectBuilder()
                .add(
                        "user",
                        JSON.createObjectBuilder()
                                .add("id", session.user().id())
                                .add("name", session.user().name()))
                .add(
                        "site",
                        JSON.createObjectBuilder()
                                .add("id", session.site().id())
                                .add("contentUrl", session.site().contentUrl()))
                .add("server", session.server().toString())
                .add("client", caller.clientId())
                .add("scopes", scopes)
                .add("expiresAt", caller.expiresAt().toString())
                .build();
    }
}
