package org.vizgate.spi;

import java.util.Objects;

/**
 * The key of an entry.
 *
 * @param kind the entry's life class
 * @param id 1 to 64 characters of {@code A-Z a-z 0-9 - _}; unique within its kind; not a secret
 */
public record StoreKey(EntryKind kind, String id) {
    private static final int MAX_LENGTH = 64;

    public StoreKey {
        Objects.requireNonNull(kind, "kind");
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a store key has 1 to " + MAX_LENGTH + " characters");
        }
    }
}
