package org.vizgate.testapp;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;
import org.vizgate.spi.StoreOptions;

/** A store that an application brings along; it keeps nothing, and says in a system property what happens to it. */
public class OwnStore implements GrantStoreProvider, GrantStore {
    public static final String STATE = "org.vizgate.testapp.OwnStore";

    @Override
    public String name() {
        return "own";
    }

    @Override
    public GrantStore open(StoreOptions options) {
        if (options.values().isEmpty()) {
            throw new IllegalArgumentException("OAUTH_STORE_OWN_COLOUR is missing");
        }
        System.setProperty(STATE, "open with " + Map.copyOf(options.values()));
        return this;
    }

    @Override
    public boolean insert(StoreKey key, StoreEntry entry, Instant now) {
        return true;
    }

    @Override
    public Optional<StoreEntry> find(StoreKey key, Instant now) {
        return Optional.empty();
    }

    @Override
    public boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now) {
        return false;
    }

    @Override
    public Optional<StoreEntry> take(StoreKey key, Instant now) {
        return Optional.empty();
    }

    @Override
    public void remove(StoreKey key) {
        System.setProperty(STATE, "removing");
    }

    @Override
    public void close() {
        System.setProperty(STATE, "closed");
    }
}
