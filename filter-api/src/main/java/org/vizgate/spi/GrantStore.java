package org.vizgate.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps entries until they expire. Every operation is atomic, also among nodes that share the store, and safe for use by
 * several threads. An entry that is not live at {@code now} counts as absent everywhere.
 *
 * <p>Every method throws {@link GrantStoreException} when the store cannot be reached, is too slow or is full; nothing has
 * changed then, as far as the store can know. It must not try an operation again whose outcome it does not know: callers have
 * ways to find out. No method may wait without a limit; a few seconds are plenty. A store that was away serves again by itself
 * when it is back.
 *
 * <p>{@code now} is the caller's clock. Nodes' clocks may differ by some seconds, so what has expired by one of them must not be
 * removed for good until a minute later, except to make place for an insert. Instants may be cut to milliseconds.
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

    /** Removes the live entry under {@code key} and returns it as it was: of many callers, one gets it. */
    Optional<StoreEntry> take(StoreKey key, Instant now);

    /** Removes what is under {@code key}; no error if nothing is. */
    void remove(StoreKey key);

    /**
     * Lets go of connections and threads: one that stays keeps the web application's classes in memory after its end. Called
     * once, after the last other call. What is kept elsewhere stays there.
     */
    @Override
    void close();
}
