package org.vizgate.store.memory;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;
import org.vizgate.spi.StoreOptions;
import org.vizgate.testing.GrantStoreContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MemoryStoreTest extends GrantStoreContract {
    @Override
    protected GrantStore open() {
        return new MemoryStore(roomFor(10_000));
    }

    @Test
    void theService_isFoundByItsName() {
        GrantStoreProvider memory = ServiceLoader.load(GrantStoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals("memory"))
                .findFirst()
                .orElseThrow();

        try (GrantStore opened = memory.open(new StoreOptions(Map.of()))) {
            assertThat(opened).isInstanceOf(MemoryStore.class);
        }
    }

    @Test
    void aFullStore_refusesAndEvictsNothingThatLives() {
        MemoryStore small = filled(100);

        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> small.insert(key(100), ENTRY, NOW));

        assertThat(small.size()).isEqualTo(100);
        for (int i = 0; i < 100; i++) {
            assertThat(small.find(key(i), NOW)).contains(ENTRY);
        }
    }

    @Test
    void aFullStore_stillReplacesAndRemoves() {
        MemoryStore small = filled(100);

        assertThat(small.replace(key(0), 0, ENTRY.next(END, "next"), NOW)).isTrue();
        small.remove(key(1));
        assertThat(small.insert(key(100), ENTRY, NOW)).isTrue();
    }

    @Test
    void aFullStore_isEmptyAgainWhenItsEntriesHaveExpired() {
        MemoryStore small = filled(100);

        assertThat(small.insert(key(100), StoreEntry.first(END.plusSeconds(1), "late"), END))
                .isTrue();
        assertThat(small.size()).isEqualTo(1);
    }

    @Test
    void aSweep_leavesWhatLives() {
        MemoryStore store = new MemoryStore(roomFor(100_000));
        store.insert(key(-1), StoreEntry.first(END.plusSeconds(7_200), "long"), NOW);
        for (int i = 0; i < 5_000; i++) {
            Instant now = NOW.plusSeconds(i);
            store.insert(key(i), StoreEntry.first(now.plusSeconds(60), "short"), now);
        }

        assertThat(store.size()).isLessThan(1_100);
        assertThat(store.find(key(-1), END)).isPresent();
        assertThat(store.find(key(4_999), NOW.plusSeconds(4_999))).isPresent();
    }

    @Test
    void aClosedStore_holdsNothing() {
        MemoryStore store = filled(10);
        store.close();

        assertThat(store.size()).isZero();
    }

    @Test
    void aFloodOfPendingSignIns_leavesTheOtherKindsTheirRoom() {
        MemoryStore flooded = filled(100);

        assertThat(flooded.insert(new StoreKey(EntryKind.REVOCATION, "revoked"), ENTRY, NOW))
                .isTrue();
        assertThat(flooded.insert(new StoreKey(EntryKind.REFRESH, "grant"), ENTRY, NOW))
                .isTrue();
    }

    private static Map<EntryKind, Integer> roomFor(int entries) {
        return Arrays.stream(EntryKind.values()).collect(Collectors.toMap(kind -> kind, kind -> entries));
    }

    private static MemoryStore filled(int entries) {
        MemoryStore store = new MemoryStore(roomFor(entries));
        for (int i = 0; i < entries; i++) {
            store.insert(key(i), ENTRY, NOW);
        }
        return store;
    }

    private static StoreKey key(int number) {
        return new StoreKey(EntryKind.STATE, "id" + number);
    }
}
