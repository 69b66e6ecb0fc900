package org.vizgate.resource;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.vizgate.json.Json;
import org.vizgate.protocol.OAuthError;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Reply;

/** What a caller is answered who may not pass. */
public final class Refusals {
    private final Challenge challenge;
    private final Json json;
    // As many as the settings have resources and rules.
    private final Map<Unnamed, Reply> missing = new ConcurrentHashMap<>();

    private record Unnamed(Resource resource, Scopes needed) {}

    /** @param issuer the public address of this web application */
    public Refusals(URI issuer, Json json) {
        this.challenge = new Challenge(issuer);
        this.json = json;
    }

    /** For a request without an access token: made once for each resource and set of scopes. */
    public Reply missing(Resource resource, Scopes needed) {
        return missing.computeIfAbsent(new Unnamed(resource, needed), this::missing);
    }

    private Reply missing(Unnamed request) {
        return Reply.json(
                        401,
                        body(
                                "missing_token",
                                "Send an access token in the Authorization header. The WWW-Authenticate header names the"
                                        + " metadata that tell where to get one."))
                .with("WWW-Authenticate", challenge.header(request.resource(), Optional.empty(), request.needed()))
                .uncached();
    }

    /** For a request whose access token does not do. */
    public Reply refused(OAuthException refusal, Resource resource, Scopes needed) {
        OAuthError error = refusal.error();
        Reply reply = Reply.json(error.code().status(), body(error.code().wireName(), error.description()))
                .uncached();
        return switch (error.code()) {
            // No challenge: with one clients would throw good tokens away.
            case TEMPORARILY_UNAVAILABLE -> reply.with("Retry-After", "5");
            case TOO_MANY_REQUESTS -> reply.with("Retry-After", "1");
            default -> reply.with("WWW-Authenticate", challenge.header(resource, Optional.of(error), needed));
        };
    }

    /** For a request that a page of another origin made, or that came by a name which is not ours. */
    public Reply foreign(String description) {
        return Reply.json(403, body("forbidden_origin", description)).uncached();
    }

    private String body(String error, String description) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error", error);
        members.put("error_description", description);
        return json.write(members);
    }
}
