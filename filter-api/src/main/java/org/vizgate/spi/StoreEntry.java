package org.vizgate.spi;

import java.time.Instant;
import java.util.Objects;

/**
 * What a store keeps under a key.
 *
 * @param version counts the entry's replacements, from 0; a store returns the version it holds
 * @param expiresAt when the entry ends: at this instant and later it is not there; a store may cut it to milliseconds
 * @param payload sealed text to be kept as it is: printable ASCII, at most 16,384 characters
 */
public record StoreEntry(long version, Instant expiresAt, String payload) {
    public StoreEntry {
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(payload, "payload");
    }

    /** A first entry, of version 0. */
    public static StoreEntry first(Instant expiresAt, String payload) {
        return new StoreEntry(0, expiresAt, payload);
    }

    /** The entry that follows this one. */
    public StoreEntry next(Instant nextExpiresAt, String nextPayload) {
        return new StoreEntry(version + 1, nextExpiresAt, nextPayload);
    }

    public boolean isLiveAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "StoreEntry[version=" + version + ", expiresAt=" + expiresAt + ", payload of " + payload.length() + "]";
    }
}
