package org.vizgate.tableau;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a program signs in.
 *
 * @param server scheme, host and port
 * @param contentUrl of the site; empty for the Default site of a Server
 * @param impersonatedUser LUID
 */
public record SignInPlace(URI server, String contentUrl, Optional<String> impersonatedUser) {
    public SignInPlace {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(contentUrl, "contentUrl");
        Objects.requireNonNull(impersonatedUser, "impersonatedUser");
    }
}
