package org.vizgate.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreOptions;
import org.vizgate.store.jdbc.JdbcStoreProvider;
import org.vizgate.testing.GrantStoreContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The contract on PostgreSQL, and what happens when it is away or stuck. */
class PostgresStoreIT extends GrantStoreContract {
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static Postgres database;

    private final String table = "grants_" + TABLES.incrementAndGet();

    @BeforeAll
    static void start() {
        database = Postgres.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    protected GrantStore open() {
        return open(database.url());
    }

    private GrantStore open(String url) {
        return new JdbcStoreProvider().open(new StoreOptions(Map.of("URL", url, "TABLE", table, "TIMEOUT_MS", "1000")));
    }

    @Test
    void whileTheServerIsAway_everythingFails_andAfterwardsEverythingIsThere() {
        store().insert(KEY, ENTRY, NOW);
        database.stop();
        try {
            assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> store().find(KEY, NOW));
            assertThatExceptionOfType(GrantStoreException.class)
                    .isThrownBy(() -> store().replace(KEY, 0, ENTRY.next(END, "next"), NOW));
        } finally {
            database.startAgain();
        }

        Eventually.holds(() -> answers());
        assertThat(store().find(KEY, NOW)).contains(ENTRY);
    }

    private boolean answers() {
        try {
            return store().find(KEY, NOW).isPresent();
        } catch (GrantStoreException e) {
            return false;
        }
    }

    @Test
    void aRowThatSomebodyHolds_isGivenUpInTime_andNothingHasChanged() throws SQLException {
        store().insert(KEY, ENTRY, NOW);
        try (Connection holding = DriverManager.getConnection(database.url());
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            statement.execute("SELECT * FROM " + table + " FOR UPDATE");
            Instant before = Instant.now();

            assertThatExceptionOfType(GrantStoreException.class)
                    .isThrownBy(() -> store().replace(KEY, 0, ENTRY.next(END, "next"), NOW));

            // No measure of speed: without a limit it would never end.
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(60));
            holding.rollback();
        }
        assertThat(store().find(KEY, NOW)).contains(ENTRY);
    }

    @Test
    void aUserWhoMayNotMakeTables_isToldWhatToRun() {
        Postgres.Sql.run(
                database.url(),
                "CREATE ROLE guest_" + table + " LOGIN",
                "REVOKE CREATE ON SCHEMA public FROM guest_" + table);
        String asGuest = database.url().replace("user=postgres", "user=guest_" + table);
        store().close();
        Postgres.Sql.run(database.url(), "DROP TABLE " + table);

        assertThatIllegalArgumentException().isThrownBy(() -> open(asGuest)).withMessageContaining("grants.sql");
    }
}
