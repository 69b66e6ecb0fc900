package org.vizgate.config;

/**
 * One thing that is wrong with the settings, in words for an administrator. None of them holds a secret.
 *
 * @param name of the setting, as it was written
 * @param origin where it was read, for example {@code environment variable OAUTH_ISSUER}; or {@code not set}
 * @param fault what is wrong
 * @param remedy what to write instead
 */
public record Problem(String name, String origin, String fault, String remedy) {
    /** All of it on one line. */
    @Override
    public String toString() {
        String where = origin.contains(name) ? origin : name + " (" + origin + ")";
        return where + ": " + fault + ". " + remedy + ".";
    }
}
