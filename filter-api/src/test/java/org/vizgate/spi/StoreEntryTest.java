package org.vizgate.spi;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StoreEntryTest {
    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void anEntry_endsAtItsInstant() {
        StoreEntry entry = StoreEntry.first(END, "sealed");

        assertThat(entry.isLiveAt(END.minusNanos(1))).isTrue();
        assertThat(entry.isLiveAt(END)).isFalse();
    }

    @Test
    void aReplacement_countsOn() {
        assertThat(StoreEntry.first(END, "one").next(END, "two").version()).isEqualTo(1);
    }

    @Test
    void toString_showsNoPayload() {
        assertThat(StoreEntry.first(END, "sealed").toString()).doesNotContain("sealed");
        assertThat(new StoreOptions(Map.of("JDBC_URL", "jdbc:x?password=hunter2")).toString())
                .contains("JDBC_URL")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void aKeyOfAnotherLength_isRefused(int length) {
        assertThatIllegalArgumentException().isThrownBy(() -> new StoreKey(EntryKind.CODE, "x".repeat(length)));
    }

    @Test
    void keysOfTwoKinds_differ() {
        assertThat(new StoreKey(EntryKind.CODE, "x")).isNotEqualTo(new StoreKey(EntryKind.STATE, "x"));
    }
}
