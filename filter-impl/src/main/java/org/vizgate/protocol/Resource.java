package org.vizgate.protocol;

import java.net.URI;

/**
 * A protected resource of this application.
 *
 * @param identifier its identifier (RFC 9728 section 1.2), byte for byte as configured
 * @param path what it covers, relative to the web application: empty for all of it, or {@code /mcp} for that segment and
 *     everything below
 */
public record Resource(URI identifier, String path) {
    /** Where the metadata of resources are, below the issuer (RFC 9728 section 3). */
    public static final String METADATA_PATH = "/.well-known/oauth-protected-resource";

    /** Whether {@code requestPath} belongs to this resource; whole segments count, so {@code /mcp2} is not in {@code /mcp}. */
    boolean covers(String requestPath) {
        return requestPath.startsWith(path)
                && (requestPath.length() == path.length()
                        || path.isEmpty()
                        || requestPath.charAt(path.length()) == '/');
    }
}
