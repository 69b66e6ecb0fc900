package org.vizgate.metadata;

import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Reply;

/**
 * A JWK set (RFC 7517 section 5). The one that the OpenID copy of the metadata has to name is empty; the one with the key of
 * unified access tokens is for Tableau, and no metadata names it.
 */
public final class KeySetEndpoint implements Endpoint {
    /** Where the key of unified access tokens is published. */
    public static final String UNIFIED_ACCESS_PATH = "/.well-known/jwks.json";

    private final Reply reply;

    private KeySetEndpoint(Reply reply) {
        this.reply = reply;
    }

    public static KeySetEndpoint empty() {
        return new KeySetEndpoint(MetadataReplies.of("{\"keys\":[]}"));
    }

    /** @param jwks a JWK set of public keys */
    public static KeySetEndpoint of(String jwks) {
        return new KeySetEndpoint(MetadataReplies.of(jwks));
    }

    @Override
    public Reply handle(Call call) {
        return reply;
    }
}
