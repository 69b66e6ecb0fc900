package org.vizgate.metadata;

import java.util.Optional;

import org.vizgate.web.Document;
import org.vizgate.web.Documents;

/**
 * A JWK set (RFC 7517 section 5). The one that the OpenID copy of the metadata has to name is empty; the one with the key of
 * unified access tokens is for Tableau, and no metadata names it.
 */
public final class KeySetEndpoint implements Documents {
    /** Where the key of unified access tokens is published. */
    public static final String UNIFIED_ACCESS_PATH = "/.well-known/jwks.json";

    private final Document document;

    private KeySetEndpoint(Document document) {
        this.document = document;
    }

    public static KeySetEndpoint empty() {
        return new KeySetEndpoint(Document.of("{\"keys\":[]}"));
    }

    /** @param jwks a JWK set of public keys */
    public static KeySetEndpoint of(String jwks) {
        return new KeySetEndpoint(Document.of(jwks));
    }

    @Override
    public Optional<Document> find(String path) {
        return Optional.of(document);
    }
}
