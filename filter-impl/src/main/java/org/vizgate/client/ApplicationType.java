package org.vizgate.client;

import java.util.Arrays;
import java.util.Optional;

/** What kind of application a client is (OpenID Connect Registration section 2, {@code application_type}). */
public enum ApplicationType {
    /** Runs on a server: redirects are https to a real host. */
    WEB("web"),
    /** Runs on the user's device: redirects are loopback, private-use schemes or claimed https addresses. */
    NATIVE("native"),
    /** The client did not say: any redirect that is allowed at all. */
    UNSAID("");

    private final String wireName;

    ApplicationType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<ApplicationType> of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
