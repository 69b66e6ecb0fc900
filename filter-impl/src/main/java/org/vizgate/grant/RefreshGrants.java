package org.vizgate.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.vizgate.crypto.MacKey;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.json.Json;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/**
 * Refresh grants: created, found by their token, leased, rotated, ended.
 *
 * <p>Rotation takes two compare-and-sets with the work at Tableau between them: {@link #lease}, then {@link #rotate} or
 * {@link #release}. Whoever finds a lease waits for its end. Safe for use by several threads and nodes.
 */
public final class RefreshGrants {
    private static final String GRANT = "refresh grant";
    private static final String SUCCESSOR = "successor of a refresh token";

    private final GrantStore store;
    private final GrantJson format;
    private final MacKey proof;
    private final RandomTokens random;
    private final Clock clock;

    /** @param proof proves of an old token that this server issued it */
    public RefreshGrants(GrantStore store, Json json, MacKey proof, RandomTokens random, Clock clock) {
        this.store = store;
        this.format = new GrantJson(json);
        this.proof = proof;
        this.random = random;
        this.clock = clock;
    }

    /** What a refresh token turned out to be. */
    public sealed interface Found {}

    /** The token in force. */
    public static final class Current implements Found {
        private final RefreshToken token;
        private final StoreEntry entry;
        private final RefreshRow row;
        private final RefreshGrant grant;

        private Current(RefreshToken token, StoreEntry entry, RefreshRow row, RefreshGrant grant) {
            this.token = token;
            this.entry = entry;
            this.row = row;
            this.grant = grant;
        }

        public RefreshGrant grant() {
            return grant;
        }

        /** Whether somebody is rotating it at {@code now}. */
        public boolean isLeasedAt(Instant now) {
            return now.isBefore(row.leasedUntil());
        }
    }

    /** A token that was rotated a moment ago: its successor is {@code token}. */
    public record Superseded(String token) implements Found {
        @Override
        public String toString() {
            return "Superseded";
        }
    }

    /** A token that was rotated long ago and is used again: its grant must end. */
    public record Reused(String grantId) implements Found {}

    /** Remembers {@code grant}, unused for at most {@code idle}, and returns its first token. */
    public String create(RefreshGrant grant, Duration idle) {
        RefreshToken token = RefreshToken.random(grant.id(), 0, proof, random);
        Instant now = clock.instant();
        RefreshRow row = RefreshRow.first(sealed(token, grant));
        StoreEntry entry = StoreEntry.first(end(grant, idle, now), row.write(format));
        if (!store.insert(key(grant.id()), entry, now)) {
            throw new IllegalStateException("two random grants with one id");
        }
        return token.reveal();
    }

    /** What {@code text} is; empty if it is no token of ours, or its grant has ended. */
    public Optional<Found> find(String text) {
        return RefreshToken.parse(text)
                .flatMap(token ->
                        store.find(key(token.grantId()), clock.instant()).flatMap(entry -> found(token, entry)));
    }

    private Optional<Found> found(RefreshToken token, StoreEntry entry) {
        RefreshRow row = RefreshRow.read(entry.payload(), format);
        if (token.generation() == row.generation()) {
            return token.box(random)
                    .open(row.sealedGrant(), GRANT)
                    .map(grant -> new Current(token, entry, row, format.readRefresh(grant)));
        }
        boolean isInGrace = clock.instant().isBefore(row.graceUntil());
        if (isInGrace && token.generation() == row.generation() - 1) {
            return token.box(random).open(row.sealedSuccessor(), SUCCESSOR).map(Superseded::new);
        }
        // Two rotations within the grace time are a busy client, no thief: an even older token only fails.
        boolean isOld = !isInGrace && token.generation() < row.generation() && token.wasIssued(proof);
        return isOld ? Optional.of(new Reused(token.grantId())) : Optional.empty();
    }

    /** Begins a rotation. Of many callers, on all nodes, one gets the lease; the others get empty. */
    public Optional<Current> lease(Current found, Duration life) {
        Instant now = clock.instant();
        if (found.isLeasedAt(now)) {
            return Optional.empty();
        }
        RefreshRow leased = found.row.leased(now.plus(life));
        StoreEntry next = found.entry.next(found.entry.expiresAt(), leased.write(format));
        boolean won = store.replace(key(found.grant.id()), found.entry.version(), next, now);
        return won ? Optional.of(new Current(found.token, next, leased, found.grant)) : Optional.empty();
    }

    /**
     * Ends a rotation: the leased token is superseded.
     *
     * @param idle how long the successor may stay unused
     * @param grace how long the superseded token still gives the same successor
     * @return the successor; empty if the lease was lost or the grant has ended meanwhile
     */
    public Optional<String> rotate(Current leased, RefreshGrant renewed, Duration idle, Duration grace) {
        Instant now = clock.instant();
        RefreshToken successor = RefreshToken.random(renewed.id(), leased.row.generation() + 1, proof, random);
        String handedOver = leased.token.box(random).seal(successor.reveal(), SUCCESSOR);
        RefreshRow row = leased.row.rotated(sealed(successor, renewed), handedOver, now.plus(grace));
        StoreEntry next = leased.entry.next(end(renewed, idle, now), row.write(format));
        boolean won = store.replace(key(renewed.id()), leased.entry.version(), next, now);
        return won ? Optional.of(successor.reveal()) : Optional.empty();
    }

    /** Gives a lease back with nothing changed. */
    public void release(Current leased) {
        RefreshRow row = leased.row.leased(Instant.EPOCH);
        StoreEntry next = leased.entry.next(leased.entry.expiresAt(), row.write(format));
        store.replace(key(leased.grant.id()), leased.entry.version(), next, clock.instant());
    }

    /** Removes a grant: none of its refresh tokens works any more. */
    public void remove(String grantId) {
        store.remove(key(grantId));
    }

    private String sealed(RefreshToken token, RefreshGrant grant) {
        return token.box(random).seal(format.write(grant), GRANT);
    }

    private static Instant end(RefreshGrant grant, Duration idle, Instant now) {
        Instant idleEnd = now.plus(idle);
        return idleEnd.isBefore(grant.endsAt()) ? idleEnd : grant.endsAt();
    }

    private static StoreKey key(String grantId) {
        return new StoreKey(EntryKind.REFRESH, grantId);
    }
}
