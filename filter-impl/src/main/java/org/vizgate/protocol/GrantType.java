package org.vizgate.protocol;

import java.util.Arrays;
import java.util.Optional;

/** The grants of the token endpoint. */
public enum GrantType {
    /** RFC 6749 section 4.1. */
    AUTHORIZATION_CODE("authorization_code"),
    /** RFC 6749 section 6. */
    REFRESH_TOKEN("refresh_token"),
    /** RFC 6749 section 4.4. */
    CLIENT_CREDENTIALS("client_credentials");

    private final String wireName;

    GrantType(String wireName) {
        this.wireName = wireName;
    }

    /** The value of the {@code grant_type} parameter. */
    public String wireName() {
        return wireName;
    }

    public static Optional<GrantType> of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
