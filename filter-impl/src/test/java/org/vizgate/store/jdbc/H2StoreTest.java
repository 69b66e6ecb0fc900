package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;
import org.vizgate.spi.StoreOptions;
import org.vizgate.testing.GrantStoreContract;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract on H2, and what can be seen in the table. */
class H2StoreTest extends GrantStoreContract {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    @Override
    protected GrantStore open() {
        return open(Map.of("URL", url));
    }

    private static GrantStore open(Map<String, String> options) {
        return ServiceLoader.load(GrantStoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals("jdbc"))
                .findFirst()
                .orElseThrow()
                .open(new StoreOptions(options));
    }

    @Test
    void theTable_hasFiveColumnsAndNoMoreThanWasGiven() throws SQLException {
        store().insert(KEY, ENTRY, NOW);

        assertThat(rows("SELECT * FROM vizgate_grants"))
                .isEqualTo("CODE|" + KEY.id() + "|0|" + END.toEpochMilli() + "|payload\n");
    }

    @Test
    void aSecondNode_findsWhatTheFirstHasPut_andTheTableThatIsThere() {
        store().insert(KEY, ENTRY, NOW);

        try (GrantStore second = open()) {
            assertThat(second.find(KEY, NOW)).contains(ENTRY);
            assertThat(second.insert(KEY, ENTRY, NOW)).isFalse();
            assertThat(second.replace(KEY, 0, ENTRY.next(END, "next"), NOW)).isTrue();
        }
        assertThat(store().find(KEY, NOW).map(StoreEntry::payload)).contains("next");
    }

    @Test
    void anotherTable_hasItsOwnEntries() throws SQLException {
        rows("CREATE SCHEMA app; SELECT 1");
        store().insert(KEY, ENTRY, NOW);

        try (GrantStore other = open(Map.of("URL", url, "TABLE", "app.sign_ins"))) {
            assertThat(other.find(KEY, NOW)).isEmpty();
            other.insert(KEY, StoreEntry.first(END, "elsewhere"), NOW);
        }
        assertThat(rows("SELECT payload FROM app.sign_ins")).isEqualTo("elsewhere\n");
    }

    @Test
    void whatHasExpired_isRemovedByWhatComesIn_andNothingElseIs() throws SQLException {
        store().insert(KEY, StoreEntry.first(NOW.plus(Duration.ofDays(1)), "lives"), NOW);
        for (int i = 0; i < 1_000; i++) {
            store().insert(numbered(i), ENTRY, NOW);
        }
        assertThat(rows("SELECT count(*) FROM vizgate_grants")).isEqualTo("1001\n");

        int rounds = 1_000 / Sweep.BATCH + 1;
        for (int i = 0; i < Sweep.INSERTS_BETWEEN + rounds; i++) {
            store().insert(
                            numbered(10_000 + i),
                            StoreEntry.first(NOW.plus(Duration.ofDays(1)), "new"),
                            END.plus(Duration.ofMinutes(1)));
        }

        assertThat(rows("SELECT count(*) FROM vizgate_grants WHERE expires_at <= " + END.toEpochMilli()))
                .isEqualTo("0\n");
        assertThat(store().find(KEY, END).map(StoreEntry::payload)).contains("lives");
    }

    @Test
    void whatHasJustExpired_isLeftForNodesWhoseClockIsBehind() throws SQLException {
        store().insert(KEY, ENTRY, NOW);
        for (int i = 0; i < 2 * Sweep.INSERTS_BETWEEN; i++) {
            store().insert(numbered(i), StoreEntry.first(END.plusSeconds(60), "new"), END.plusSeconds(59));
        }

        assertThat(rows("SELECT count(*) FROM vizgate_grants WHERE kind = 'CODE'"))
                .isEqualTo("1\n");
        assertThat(store().find(KEY, END.minusMillis(1))).contains(ENTRY);
    }

    @Test
    void aClosedStore_leavesNoThreadBehind() throws InterruptedException {
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("vizgate-store"))
                .toList();
        assertThat(threads).isNotEmpty();

        store().close();

        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }

    private static StoreKey numbered(int number) {
        return new StoreKey(EntryKind.STATE, "id-" + number);
    }

    private String rows(String query) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            String[] commands = query.split("; ", -1);
            for (int i = 0; i < commands.length - 1; i++) {
                statement.execute(commands[i]);
            }
            try (ResultSet rows = statement.executeQuery(commands[commands.length - 1])) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        text.append(rows.getString(i)).append(i < columns ? "|" : "\n");
                    }
                }
            }
        }
        return text.toString();
    }
}
