package org.vizgate.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

import static org.assertj.core.api.Assertions.assertThat;

/** What every {@link GrantStore} has to do. The test of a store extends this and opens an empty one. */
public abstract class GrantStoreContract {
    protected static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    protected static final Instant END = NOW.plusSeconds(60);
    protected static final StoreKey KEY = new StoreKey(EntryKind.CODE, "abc-DEF_0123456789xyz0");
    protected static final StoreEntry ENTRY = StoreEntry.first(END, "payload");

    private static final StoreEntry OTHER = StoreEntry.first(END, "other");

    private GrantStore store;

    /** Opens a store that nobody else uses and that holds nothing. */
    protected abstract GrantStore open();

    // The null check has nothing to say before the first test: JUnit calls open() first.
    @SuppressWarnings("NullAway.Init")
    protected GrantStoreContract() {}

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected final GrantStore store() {
        return store;
    }

    @Test
    void whatWasInserted_isFound() {
        assertThat(store.insert(KEY, ENTRY, NOW)).isTrue();

        assertThat(store.find(KEY, NOW)).contains(ENTRY);
    }

    @Test
    void anUnknownKey_findsNothing() {
        assertThat(store.find(KEY, NOW)).isEmpty();
    }

    @Test
    void aSecondInsert_changesNothing() {
        store.insert(KEY, ENTRY, NOW);

        assertThat(store.insert(KEY, OTHER, NOW)).isFalse();
        assertThat(store.find(KEY, NOW)).contains(ENTRY);
    }

    @ParameterizedTest
    @EnumSource(EntryKind.class)
    void kinds_areApart(EntryKind kind) {
        StoreKey key = new StoreKey(kind, "one-id");
        store.insert(key, ENTRY, NOW);

        for (EntryKind other : EntryKind.values()) {
            assertThat(store.find(new StoreKey(other, "one-id"), NOW).isPresent())
                    .isEqualTo(other == kind);
        }
    }

    @Test
    void idsThatDifferInCaseOnly_areApart() {
        store.insert(new StoreKey(EntryKind.CODE, "abc"), ENTRY, NOW);

        assertThat(store.find(new StoreKey(EntryKind.CODE, "ABC"), NOW)).isEmpty();
    }

    @Test
    void theLongestPayloadAndKey_areKept() {
        StoreKey key = new StoreKey(EntryKind.REFRESH, "k".repeat(64));
        StoreEntry entry = StoreEntry.first(END, "p".repeat(16_384));
        store.insert(key, entry, NOW);

        assertThat(store.find(key, NOW)).contains(entry);
    }

    @Test
    void justBeforeItsEnd_anEntryIsThere() {
        store.insert(KEY, ENTRY, NOW);

        assertThat(store.find(KEY, END.minusMillis(1))).contains(ENTRY);
    }

    @Test
    void atItsEnd_anEntryIsNotThere() {
        store.insert(KEY, ENTRY, NOW);

        assertThat(store.find(KEY, END)).isEmpty();
        assertThat(store.replace(KEY, 0, ENTRY.next(END.plusSeconds(60), "more"), END))
                .isFalse();
        assertThat(store.take(KEY, END)).isEmpty();
    }

    @Test
    void anExpiredEntry_makesPlaceForAnother() {
        store.insert(KEY, ENTRY, NOW);
        StoreEntry later = StoreEntry.first(END.plusSeconds(60), "later");

        assertThat(store.insert(KEY, later, END)).isTrue();
        assertThat(store.find(KEY, END)).contains(later);
    }

    @Test
    void theRightVersion_isReplaced() {
        store.insert(KEY, ENTRY, NOW);
        StoreEntry next = ENTRY.next(END.plusSeconds(60), "next");

        assertThat(store.replace(KEY, 0, next, NOW)).isTrue();
        assertThat(store.find(KEY, END)).contains(next);
    }

    @Test
    void anotherVersion_isNotReplaced() {
        store.insert(KEY, ENTRY, NOW);
        StoreEntry next = ENTRY.next(END, "next");
        store.replace(KEY, 0, next, NOW);

        assertThat(store.replace(KEY, 0, ENTRY.next(END, "late"), NOW)).isFalse();
        assertThat(store.replace(KEY, 2, ENTRY.next(END, "early"), NOW)).isFalse();
        assertThat(store.find(KEY, NOW)).contains(next);
    }

    @Test
    void whatIsNotThere_isNotReplaced() {
        assertThat(store.replace(KEY, 0, ENTRY, NOW)).isFalse();
        assertThat(store.find(KEY, NOW)).isEmpty();
    }

    @Test
    void anEntry_isTakenOnce() {
        store.insert(KEY, ENTRY, NOW);

        assertThat(store.take(KEY, NOW)).contains(ENTRY);
        assertThat(store.take(KEY, NOW)).isEmpty();
        assertThat(store.find(KEY, NOW)).isEmpty();
    }

    @Test
    void aRemovedEntry_isGoneAndItsKeyIsFree() {
        store.insert(KEY, ENTRY, NOW);
        store.remove(KEY);

        assertThat(store.find(KEY, NOW)).isEmpty();
        assertThat(store.replace(KEY, 0, ENTRY.next(END, "next"), NOW)).isFalse();
        assertThat(store.insert(KEY, OTHER, NOW)).isTrue();
    }

    @Test
    void removingNothing_isNoError() {
        store.remove(KEY);

        assertThat(store.find(KEY, NOW)).isEmpty();
    }

    @Test
    void ofManyInserts_oneSucceeds() {
        List<Boolean> won = Parallel.run(() -> store.insert(KEY, ENTRY, NOW));

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void ofManyInsertsOverAnExpiredEntry_oneSucceeds() {
        store.insert(KEY, ENTRY, NOW);
        StoreEntry later = StoreEntry.first(END.plusSeconds(60), "later");

        assertThat(Parallel.run(() -> store.insert(KEY, later, END))).containsOnlyOnce(true);
    }

    @Test
    void ofManyReplacements_oneSucceeds() {
        store.insert(KEY, ENTRY, NOW);
        AtomicLong number = new AtomicLong();

        List<Boolean> won =
                Parallel.run(() -> store.replace(KEY, 0, ENTRY.next(END, "next " + number.incrementAndGet()), NOW));

        assertThat(won).containsOnlyOnce(true);
        assertThat(store.find(KEY, NOW).map(StoreEntry::version)).contains(1L);
    }

    @Test
    void ofManyTakers_oneGetsTheEntry() {
        store.insert(KEY, ENTRY, NOW);

        List<Optional<StoreEntry>> taken = Parallel.run(() -> store.take(KEY, NOW));

        assertThat(taken).containsOnlyOnce(Optional.of(ENTRY));
    }

    @Test
    void aTakerAndAReplacer_doNotBothSucceed() {
        for (int i = 0; i < 20; i++) {
            StoreKey key = new StoreKey(EntryKind.REFRESH, "race-" + i);
            store.insert(key, ENTRY, NOW);
            AtomicLong turn = new AtomicLong();

            List<Boolean> won = Parallel.run(() -> turn.incrementAndGet() % 2 == 0
                    ? store.take(key, NOW).filter(ENTRY::equals).isPresent()
                    : store.replace(key, 0, ENTRY.next(END, "next"), NOW));

            assertThat(won).containsOnlyOnce(true);
        }
    }

    /** Rounding would give one node an entry that another holds for dead. */
    @Test
    void theEnd_isKeptToTheMillisecond() {
        Instant end = NOW.plus(Duration.ofMillis(1_234));
        store.insert(KEY, StoreEntry.first(end, "payload"), NOW);

        assertThat(store.find(KEY, end.minusMillis(1))).isPresent();
        assertThat(store.find(KEY, end)).isEmpty();
    }
}
