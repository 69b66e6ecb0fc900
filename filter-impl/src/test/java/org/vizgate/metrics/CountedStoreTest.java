package org.vizgate.metrics;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreKey;
import org.vizgate.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CountedStoreTest {
    private static final StoreKey KEY = new StoreKey(EntryKind.CODE, "id");

    private final Metrics metrics = new Metrics();
    private final TestStore inner = new TestStore();
    private final CountedStore store = new CountedStore(inner, metrics);

    @Test
    void whatTheStoreDoes_isCounted() {
        store.find(KEY, Instant.EPOCH);
        store.take(KEY, Instant.EPOCH);
        store.remove(KEY);

        assertThat(metrics.of(Counted.STORE))
                .isEqualTo(
                        Map.of("find", Map.of("done", 1L), "take", Map.of("done", 1L), "remove", Map.of("done", 1L)));
    }

    @Test
    void aStoreThatIsAway_isCounted_andItsErrorGoesOn() {
        inner.breakDown();

        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> store.find(KEY, Instant.EPOCH));
        assertThat(metrics.of(Counted.STORE)).isEqualTo(Map.of("find", Map.of("failed", 1L)));
    }
}
