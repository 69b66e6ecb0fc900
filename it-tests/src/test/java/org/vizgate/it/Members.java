package org.vizgate.it;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/**
 * Several members of a cluster as one store: each operation goes to the next. Keys are put into a room of their own, so that a
 * test finds nothing of another's although the cluster goes on.
 */
final class Members implements GrantStore {
    private static final AtomicInteger ROOMS = new AtomicInteger();

    private final List<GrantStore> members;
    private final AtomicInteger turn = new AtomicInteger();
    private final String room = "room " + ROOMS.incrementAndGet() + " ";

    Members(List<GrantStore> members) {
        this.members = members;
    }

    private GrantStore next() {
        return members.get(Math.floorMod(turn.getAndIncrement(), members.size()));
    }

    private StoreKey inRoom(StoreKey key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((room + key.id()).getBytes(StandardCharsets.US_ASCII));
            return new StoreKey(key.kind(), HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean insert(StoreKey key, StoreEntry entry, Instant now) {
        return next().insert(inRoom(key), entry, now);
    }

    @Override
    public Optional<StoreEntry> find(StoreKey key, Instant now) {
        return next().find(inRoom(key), now);
    }

    @Override
    public boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now) {
        return next().replace(inRoom(key), expectedVersion, entry, now);
    }

    @Override
    public Optional<StoreEntry> take(StoreKey key, Instant now) {
        return next().take(inRoom(key), now);
    }

    @Override
    public void remove(StoreKey key) {
        next().remove(inRoom(key));
    }

    /** The members go on, for the next test. */
    @Override
    public void close() {}
}
