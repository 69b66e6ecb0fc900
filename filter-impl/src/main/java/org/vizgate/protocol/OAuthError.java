package org.vizgate.protocol;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a client sees of a refusal.
 *
 * @param description for the client's developer: short, stable, nothing an attacker can use; made of the characters that
 *     RFC 6749 section 5.2 allows (others become {@code ?})
 */
public record OAuthError(ErrorCode code, String description) {
    private static final Pattern FORBIDDEN = Pattern.compile("[^\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]");

    public OAuthError {
        Objects.requireNonNull(code, "code");
        description = FORBIDDEN.matcher(description).replaceAll("?");
    }
}
