package org.vizgate.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;
import org.vizgate.spi.StoreOptions;
import org.vizgate.store.memory.MemoryStoreProvider;

/** The memory store, which a test can break and whose payloads it can read. */
public final class TestStore implements GrantStore {
    private final GrantStore store = new MemoryStoreProvider().open(new StoreOptions(Map.of()));
    private final List<String> written = new CopyOnWriteArrayList<>();
    private volatile boolean isDown;
    private volatile boolean isFull;

    /** From now on nothing answers. */
    public void breakDown() {
        isDown = true;
    }

    /** From now on nothing new has room. */
    public void fill() {
        isFull = true;
    }

    public void repair() {
        isDown = false;
        isFull = false;
    }

    /** Every payload that was ever given to the store. */
    public String everythingWritten() {
        return String.join("\n", written);
    }

    /** Ends an entry behind everybody's back. */
    public void lose(EntryKind kind, String id) {
        store.remove(new StoreKey(kind, id));
    }

    private void requireUp() {
        if (isDown) {
            throw new GrantStoreException("the store is down");
        }
    }

    @Override
    public boolean insert(StoreKey key, StoreEntry entry, Instant now) {
        requireUp();
        if (isFull) {
            throw new GrantStoreException("the store is full");
        }
        written.add(entry.payload());
        return store.insert(key, entry, now);
    }

    @Override
    public Optional<StoreEntry> find(StoreKey key, Instant now) {
        requireUp();
        return store.find(key, now);
    }

    @Override
    public boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now) {
        requireUp();
        written.add(entry.payload());
        return store.replace(key, expectedVersion, entry, now);
    }

    @Override
    public Optional<StoreEntry> take(StoreKey key, Instant now) {
        requireUp();
        return store.take(key, now);
    }

    @Override
    public void remove(StoreKey key) {
        requireUp();
        store.remove(key);
    }

    @Override
    public void close() {
        store.close();
    }
}
