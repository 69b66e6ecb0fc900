package org.vizgate.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps entries until they expire. Every operation is atomic, also among nodes that share the store, and safe for use by
 * several threads. An entry that is not live at {@code now} counts as absent everywhere.
 *
 * <p>Every method throws {@link GrantStoreException} when the store cannot be reached, is too slow or is full; nothing has
 * changed then, as far as the store can know.
 */
public interface GrantStore extends AutoCloseable {
    /** Puts {@code entry} under {@code key} if nothing live is there. Returns whether it was put. */
    boolean insert(StoreKey key, StoreEntry entry, Instant now);

    /** The live entry under {@code key}. */
    Optional<StoreEntry> find(StoreKey key, Instant now);

    /**
     * Compare-and-set: puts {@code entry} in the place of the live entry under {@code key} if that one's version is
     * {@code expectedVersion}. Returns whether it did.
     */
    boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now);

    /** Removes the live entry under {@code key} and returns it: of many callers, one gets it. */
    Optional<StoreEntry> take(StoreKey key, Instant now);

    /** Removes what is under {@code key}; no error if nothing is. */
    void remove(StoreKey key);

    /** Lets go of connections and threads. Called once, after the last other call. */
    @Override
    void close();
}
