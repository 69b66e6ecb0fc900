package org.vizgate.metrics;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/** A store, and the count of its operations: {@code done}, or {@code failed} if it could not be reached or was full. */
public final class CountedStore implements GrantStore {
    private final GrantStore store;
    private final Metrics metrics;

    public CountedStore(GrantStore store, Metrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    @Override
    public boolean insert(StoreKey key, StoreEntry entry, Instant now) {
        return counted("insert", () -> store.insert(key, entry, now));
    }

    @Override
    public Optional<StoreEntry> find(StoreKey key, Instant now) {
        return counted("find", () -> store.find(key, now));
    }

    @Override
    public boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now) {
        return counted("replace", () -> store.replace(key, expectedVersion, entry, now));
    }

    @Override
    public Optional<StoreEntry> take(StoreKey key, Instant now) {
        return counted("take", () -> store.take(key, now));
    }

    @Override
    public void remove(StoreKey key) {
        counted("remove", () -> {
            store.remove(key);
            return true;
        });
    }

    private <T> T counted(String operation, Supplier<T> work) {
        boolean isDone = false;
        try {
            T result = work.get();
            isDone = true;
            return result;
        } finally {
            metrics.count(Counted.STORE, operation, isDone ? "done" : "failed");
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
