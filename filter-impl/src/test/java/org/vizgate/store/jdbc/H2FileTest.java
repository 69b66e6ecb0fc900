package org.vizgate.store.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;
import org.vizgate.spi.StoreOptions;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in the file of H2 at the moment in which a process is killed. */
class H2FileTest {
    private static final StoreKey KEY = new StoreKey(EntryKind.REFRESH, "id");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = NOW.plusSeconds(3_600);
    private static final int COMMITS = 10;

    @TempDir
    Path folder;

    /** A copy of the file is what a killed process leaves. Its space is used again at once, not only after 45 seconds. */
    @Test
    void whatWasAnswered_isInTheFile() throws IOException {
        try (GrantStore store = open("grants")) {
            StoreEntry entry = StoreEntry.first(END, "payload");
            store.insert(KEY, entry, NOW);
            for (int i = 0; i < COMMITS; i++) {
                StoreEntry next = entry.next(END, "payload " + i);
                assertThat(store.replace(KEY, entry.version(), next, NOW)).isTrue();
                entry = next;

                assertThat(asLeftNow(i)).contains(entry);
            }
        }
    }

    private Optional<StoreEntry> asLeftNow(int moment) throws IOException {
        Files.copy(folder.resolve("grants.mv.db"), folder.resolve("left-" + moment + ".mv.db"));
        try (GrantStore left = open("left-" + moment)) {
            return left.find(KEY, NOW);
        }
    }

    private GrantStore open(String name) {
        String url = "jdbc:h2:file:" + folder.resolve(name) + ";RETENTION_TIME=0";
        return new JdbcStoreProvider().open(new StoreOptions(Map.of("URL", url)));
    }

    @ParameterizedTest
    @CsvSource({
        "2.5.252, true",
        "2.5.252 (2026-01-01), true",
        "2.5.2520, false",
        "2.4.240 (2025-09-22), false",
        "2.5.253 (2027-01-01), false"
    })
    void theReleaseThatLosesCommits_isKnown(String version, boolean isWarnedOf) {
        assertThat(EmbeddedH2.losesCommits(version)).isEqualTo(isWarnedOf);
    }
}
