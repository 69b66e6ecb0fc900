package org.vizgate.store.jcache;

import java.time.Instant;

import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreEntry;

/** An entry as a text: its version, its end in milliseconds since 1970, its payload, with blanks between them. */
final class EntryText {
    private EntryText() {}

    static String write(StoreEntry entry) {
        return entry.version() + " " + entry.expiresAt().toEpochMilli() + " " + entry.payload();
    }

    /** @throws GrantStoreException if somebody else writes into our caches */
    static StoreEntry read(String text) {
        String[] parts = text.split(" ", 3);
        try {
            return new StoreEntry(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])), parts[2]);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new GrantStoreException("what is in the cache is no entry of this store", e);
        }
    }
}
