package org.vizgate.resource;

import java.net.URI;
import java.util.Optional;

import org.vizgate.protocol.OAuthError;
import org.vizgate.protocol.Resource;
import org.vizgate.scope.Scopes;

/** The {@code WWW-Authenticate} header (RFC 6750 section 3, RFC 9728 section 5.1). */
final class Challenge {
    private final URI issuer;

    /** @param issuer the public address of this web application */
    Challenge(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * The challenge for a request.
     *
     * @param error empty when the request had no credentials: then the client has done nothing wrong yet
     * @param scopes what the request needs
     */
    String header(Resource resource, Optional<OAuthError> error, Scopes scopes) {
        StringBuilder header = new StringBuilder(160).append("Bearer realm=\"vizgate\"");
        error.ifPresent(known -> header.append(", error=\"")
                .append(known.code().wireName())
                .append("\", error_description=\"")
                .append(known.description())
                .append('"'));
        if (!scopes.isEmpty()) {
            header.append(", scope=\"").append(scopes).append('"');
        }
        return header.append(", resource_metadata=\"")
                .append(issuer)
                .append(Resource.METADATA_PATH)
                .append(resource.path())
                .append('"')
                .toString();
    }
}
