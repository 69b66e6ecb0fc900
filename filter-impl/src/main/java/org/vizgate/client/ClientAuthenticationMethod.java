package org.vizgate.client;

import java.util.Arrays;
import java.util.Optional;

/** How a client proves who it is at the token endpoint (RFC 7591 section 2, {@code token_endpoint_auth_method}). */
public enum ClientAuthenticationMethod {
    /** A public client: it has no secret. */
    NONE("none"),
    /** HTTP Basic (RFC 6749 section 2.3.1). */
    CLIENT_SECRET_BASIC("client_secret_basic"),
    /** Form parameters (RFC 6749 section 2.3.1). */
    CLIENT_SECRET_POST("client_secret_post");

    private final String wireName;

    ClientAuthenticationMethod(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<ClientAuthenticationMethod> of(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(wireName))
                .findFirst();
    }
}
