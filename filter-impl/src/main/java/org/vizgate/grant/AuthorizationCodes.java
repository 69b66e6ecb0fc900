package org.vizgate.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.vizgate.crypto.Handle;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/**
 * Authorization codes: created, found, spent once.
 *
 * <p>Finding does not spend. The caller checks client, redirect URI and verifier in between, so that somebody who merely
 * saw a code cannot burn it for its owner. Safe for use by several threads and nodes.
 */
public final class AuthorizationCodes {
    private static final String CODE = "authorization code";
    private static final String TOMBSTONE = "spent authorization code";

    private final GrantStore store;
    private final GrantJson format;
    private final RandomTokens random;
    private final Clock clock;

    public AuthorizationCodes(GrantStore store, Json json, RandomTokens random, Clock clock) {
        this.store = store;
        this.format = new GrantJson(json);
        this.random = random;
        this.clock = clock;
    }

    /** What a code turned out to be. */
    public sealed interface Found {}

    /** A code that nobody has spent. */
    public static final class Unspent implements Found {
        private final Handle handle;
        private final StoreEntry entry;
        private final AuthorizationCode code;

        private Unspent(Handle handle, StoreEntry entry, AuthorizationCode code) {
            this.handle = handle;
            this.entry = entry;
            this.code = code;
        }

        public AuthorizationCode code() {
            return code;
        }
    }

    /**
     * A code that was spent.
     *
     * @param codeChallenge the challenge whose verifier the second user must prove before anything is ended
     * @param grantId the grant that the first use began
     */
    public record Spent(String codeChallenge, String grantId) implements Found {}

    /** Remembers {@code code} for {@code life} and returns the text that stands for it. */
    public String create(AuthorizationCode code, Duration life) {
        Handle handle = Handle.random(random);
        Instant now = clock.instant();
        String sealed = handle.box(random).seal(format.write(code), CODE);
        if (!store.insert(key(handle), StoreEntry.first(now.plus(life), sealed), now)) {
            throw new IllegalStateException("two random codes with one id");
        }
        return handle.reveal();
    }

    public Optional<Found> find(String text) {
        return Handle.parse(text)
                .flatMap(handle -> store.find(key(handle), clock.instant()).flatMap(entry -> opened(handle, entry)));
    }

    private Optional<Found> opened(Handle handle, StoreEntry entry) {
        Optional<Found> unspent = handle.box(random)
                .open(entry.payload(), CODE)
                .map(text -> new Unspent(handle, entry, format.readCode(text)));
        return unspent.isPresent()
                ? unspent
                : handle.box(random).open(entry.payload(), TOMBSTONE).map(this::tombstone);
    }

    private Spent tombstone(String text) {
        JsonFields fields = format.read(text);
        return new Spent(fields.requiredText("code_challenge"), fields.requiredText("grant"));
    }

    /**
     * Spends a code for the grant {@code grantId}, which is there already; its tombstone stays until {@code until}. Of many
     * callers, on all nodes, one gets true.
     */
    public boolean spend(Unspent found, String grantId, Instant until) {
        String sealed = found.handle
                .box(random)
                .seal(format.write(Map.of("code_challenge", found.code.codeChallenge(), "grant", grantId)), TOMBSTONE);
        return store.replace(
                key(found.handle), found.entry.version(), found.entry.next(until, sealed), clock.instant());
    }

    private static StoreKey key(Handle handle) {
        return new StoreKey(EntryKind.CODE, handle.id());
    }
}
