package org.vizgate.grant;

import java.time.Clock;
import java.time.Instant;

import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/**
 * The sign-ins that came back from Tableau, each once. A pending sign-in itself travels in the browser's cookie; this
 * keeps the cookie from being used twice, on any node.
 */
public final class UsedStates {
    private static final String NOTHING = "-";

    private final GrantStore store;
    private final Clock clock;

    public UsedStates(GrantStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Marks a state as used.
     *
     * @param until when the pending sign-in would have expired by itself
     * @return whether this was the first use
     */
    public boolean use(String state, Instant until) {
        StoreKey key = new StoreKey(EntryKind.STATE, state);
        return store.insert(key, StoreEntry.first(until, NOTHING), clock.instant());
    }
}
