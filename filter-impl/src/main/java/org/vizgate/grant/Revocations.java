package org.vizgate.grant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.vizgate.cache.BoundedCache;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/**
 * Which grants were ended before their access tokens were. Known at once on this node, and on the others when they ask the
 * store again.
 *
 * <p>A store that does not answer counts as "not revoked" for one more interval: the tokens are authentic and end soon,
 * and a broken database must not sign everybody out. A revocation that this node knows stays known. Safe for use by
 * several threads.
 */
public final class Revocations {
    private static final Logger LOG = System.getLogger(Revocations.class.getName());
    private static final String NOTHING = "-";
    private static final int MAX_REMEMBERED = 20_000;
    // Whoever read the grant before it ended may still be writing a token, on a node whose clock is ahead of ours.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final GrantStore store;
    private final Duration interval;
    private final Duration longestToken;
    private final Clock clock;
    private final BoundedCache<String, Verdict> verdicts;
    private final AtomicLong revokedHere = new AtomicLong();

    private record Verdict(boolean revoked, Instant until) {}

    /**
     * @param interval how long "not revoked" is believed before the store is asked again
     * @param longestToken how long an access token can live at most
     */
    public Revocations(GrantStore store, Duration interval, Duration longestToken, Clock clock) {
        this.store = store;
        this.interval = interval;
        this.longestToken = longestToken;
        this.clock = clock;
        this.verdicts = new BoundedCache<>(MAX_REMEMBERED, Verdict::until, clock);
    }

    /** How long the mark of a revoked grant is kept. */
    public static Duration life(Duration longestToken) {
        return longestToken.plus(MARGIN);
    }

    /** Ends every access token of the grant. */
    public void revoke(String grantId) {
        Instant now = clock.instant();
        Instant until = now.plus(life(longestToken));
        try {
            store.insert(key(grantId), StoreEntry.first(until, NOTHING), now);
        } finally {
            verdicts.put(grantId, new Verdict(true, until));
            revokedHere.incrementAndGet();
        }
    }

    public boolean isRevoked(String grantId) {
        return notRevokedUntil(grantId).isEmpty();
    }

    /** Until when the store need not be asked again about a grant, unless {@link #revokedHere} grows; empty if it is revoked. */
    public Optional<Instant> notRevokedUntil(String grantId) {
        Verdict verdict = verdicts.load(grantId, this::ask);
        return verdict.revoked() ? Optional.empty() : Optional.of(verdict.until());
    }

    /** How many grants were ended by this object: a number that tells whether there was one more. */
    public long revokedHere() {
        return revokedHere.get();
    }

    private Verdict ask(String grantId) {
        Instant now = clock.instant();
        try {
            return store.find(key(grantId), now)
                    .map(entry -> new Verdict(true, entry.expiresAt()))
                    .orElseGet(() -> new Verdict(false, now.plus(interval)));
        } catch (GrantStoreException e) {
            LOG.log(Level.WARNING, "revocations cannot be read, access tokens are believed: {0}", e.getMessage());
            return new Verdict(false, now.plus(interval));
        }
    }

    private static StoreKey key(String grantId) {
        return new StoreKey(EntryKind.REVOCATION, grantId);
    }
}
