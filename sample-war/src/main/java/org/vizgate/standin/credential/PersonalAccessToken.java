package org.vizgate.standin.credential;

import java.time.Instant;

/**
 * A personal access token, as its owner makes it.
 *
 * @param name not a secret; upper and lower case differ
 * @param secret what is shown once, when it is made
 * @param userName the owner's sign-in name, on whichever sites that person has an account
 * @param expires from when on it is refused, however much it is used
 */
public record PersonalAccessToken(String name, String secret, String userName, Instant expires) {
    /** One that is ended by nothing but idleness. */
    public PersonalAccessToken(String name, String secret, String userName) {
        this(name, secret, userName, Instant.MAX);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PersonalAccessToken[" + name + " of " + userName + "]";
    }
}
