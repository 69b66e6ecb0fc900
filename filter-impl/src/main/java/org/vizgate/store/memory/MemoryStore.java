package org.vizgate.store.memory;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/** One shelf for each kind of entry, so that a flood of one kind leaves the others their room. */
final class MemoryStore implements GrantStore {
    private final Map<EntryKind, Shelf> shelves = new EnumMap<>(EntryKind.class);

    /** @param room how many entries of a kind may live at once */
    MemoryStore(Map<EntryKind, Integer> room) {
        for (EntryKind kind : EntryKind.values()) {
            shelves.put(kind, new Shelf(kind, room.getOrDefault(kind, 0)));
        }
    }

    @Override
    public boolean insert(StoreKey key, StoreEntry entry, Instant now) {
        return shelf(key).insert(key, entry, now);
    }

    @Override
    public Optional<StoreEntry> find(StoreKey key, Instant now) {
        return shelf(key).find(key, now);
    }

    @Override
    public boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now) {
        return shelf(key).replace(key, expectedVersion, entry, now);
    }

    @Override
    public Optional<StoreEntry> take(StoreKey key, Instant now) {
        return shelf(key).take(key, now);
    }

    @Override
    public void remove(StoreKey key) {
        shelf(key).remove(key);
    }

    @Override
    public void close() {
        shelves.values().forEach(Shelf::clear);
    }

    int size() {
        return shelves.values().stream().mapToInt(Shelf::size).sum();
    }

    private Shelf shelf(StoreKey key) {
        return shelves.getOrDefault(key.kind(), new Shelf(key.kind(), 0));
    }
}
