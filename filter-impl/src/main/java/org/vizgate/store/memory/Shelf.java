package org.vizgate.store.memory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/** The entries of one kind: a bounded map that is swept as entries come in. */
final class Shelf {
    private static final Logger LOG = System.getLogger(Shelf.class.getName());
    private static final int FIRST_SWEEP = 1_024;
    private static final Duration BETWEEN_FULL_SWEEPS = Duration.ofSeconds(1);

    private final ConcurrentMap<StoreKey, StoreEntry> entries = new ConcurrentHashMap<>();
    private final AtomicInteger sweepAt;
    private final EntryKind kind;
    private final int maxEntries;
    private volatile Instant lastSweep = Instant.MIN;

    Shelf(EntryKind kind, int maxEntries) {
        this.kind = kind;
        this.maxEntries = maxEntries;
        this.sweepAt = new AtomicInteger(Math.min(FIRST_SWEEP, maxEntries));
    }

    boolean insert(StoreKey key, StoreEntry entry, Instant now) {
        makeRoom(now);
        StoreEntry old = entries.putIfAbsent(key, entry);
        while (old != null && !old.isLiveAt(now)) {
            if (entries.replace(key, old, entry)) {
                return true;
            }
            old = entries.putIfAbsent(key, entry);
        }
        return old == null;
    }

    Optional<StoreEntry> find(StoreKey key, Instant now) {
        return Optional.ofNullable(entries.get(key)).filter(entry -> entry.isLiveAt(now));
    }

    boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now) {
        StoreEntry old = entries.get(key);
        return old != null && old.isLiveAt(now) && old.version() == expectedVersion && entries.replace(key, old, entry);
    }

    Optional<StoreEntry> take(StoreKey key, Instant now) {
        return Optional.ofNullable(entries.remove(key)).filter(entry -> entry.isLiveAt(now));
    }

    void remove(StoreKey key) {
        entries.remove(key);
    }

    void clear() {
        entries.clear();
    }

    int size() {
        return entries.size();
    }

    private void makeRoom(Instant now) {
        int limit = sweepAt.get();
        if (entries.size() >= limit && mayList(limit, now) && sweepAt.compareAndSet(limit, maxEntries)) {
            sweep(now);
        }
        if (entries.size() >= maxEntries) {
            throw new GrantStoreException("the memory store is full of entries of the kind " + kind);
        }
    }

    // A pass over everything only after as many inserts as there were survivors, and over a full shelf once a second.
    private boolean mayList(int limit, Instant now) {
        return limit < maxEntries || !now.isBefore(lastSweep.plus(BETWEEN_FULL_SWEEPS));
    }

    private void sweep(Instant now) {
        lastSweep = now;
        entries.values().removeIf(entry -> !entry.isLiveAt(now));
        int next = Math.min(maxEntries, Math.max(FIRST_SWEEP, 2 * entries.size()));
        if (next == maxEntries && maxEntries > FIRST_SWEEP) {
            LOG.log(
                    Level.WARNING,
                    "the memory store is half full of entries of the kind {0}: {1}",
                    kind,
                    entries.size());
        }
        sweepAt.set(next);
    }
}
