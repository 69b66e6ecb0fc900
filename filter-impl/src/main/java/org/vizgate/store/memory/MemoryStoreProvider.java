package org.vizgate.store.memory;

import java.util.Map;

import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreOptions;

/** Opens the memory store; it has no options. */
public final class MemoryStoreProvider implements GrantStoreProvider {
    private static final Map<EntryKind, Integer> ROOM = Map.of(
            EntryKind.STATE, 50_000,
            EntryKind.CODE, 200_000,
            EntryKind.REFRESH, 200_000,
            EntryKind.REVOCATION, 200_000);

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public GrantStore open(StoreOptions options) {
        return new MemoryStore(ROOM);
    }
}
