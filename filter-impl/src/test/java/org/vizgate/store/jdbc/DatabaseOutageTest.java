package org.vizgate.store.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vizgate.outbound.LogCapture;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;
import org.vizgate.spi.StoreOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A database server that goes away, comes back, or does not know us. */
class DatabaseOutageTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final StoreKey KEY = new StoreKey(EntryKind.REFRESH, "grant");
    private static final StoreEntry ENTRY = StoreEntry.first(NOW.plusSeconds(60), "payload");

    @TempDir
    Path directory;

    private Server server;
    private int port;

    // The null check has nothing to say before the first test.
    @SuppressWarnings("NullAway.Init")
    DatabaseOutageTest() {}

    @BeforeEach
    void start() throws SQLException {
        server = start("0");
        port = server.getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Server start(String onPort) throws SQLException {
        return Server.createTcpServer("-tcpPort", onPort, "-ifNotExists", "-baseDir", directory.toString())
                .start();
    }

    private GrantStore open(String password) {
        return new JdbcStoreProvider()
                .open(new StoreOptions(Map.of(
                        "URL",
                        "jdbc:h2:tcp://127.0.0.1:" + port + "/./grants",
                        "USER",
                        "gate",
                        "PASSWORD",
                        password,
                        "TIMEOUT_MS",
                        "500")));
    }

    @Test
    void whileItIsAway_everythingFails_andNothingSaysThePassword() {
        try (GrantStore store = open("sesame")) {
            store.insert(KEY, ENTRY, NOW);
            server.stop();

            assertThatExceptionOfType(GrantStoreException.class)
                    .isThrownBy(() -> store.find(KEY, NOW))
                    .withMessageNotContaining("sesame");
            assertThatExceptionOfType(GrantStoreException.class)
                    .isThrownBy(() -> store.replace(KEY, 0, ENTRY.next(ENTRY.expiresAt(), "next"), NOW));
        }
    }

    @Test
    void awayAtTheStart_isNoReasonNotToStart() throws SQLException {
        server.stop();
        try (LogCapture log = LogCapture.of("org.vizgate.store.jdbc");
                GrantStore store = open("sesame")) {
            assertThat(log.text()).contains("503");
            assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> store.insert(KEY, ENTRY, NOW));

            server = start(Integer.toString(port));
            assertThat(soon(() -> store.insert(KEY, ENTRY, NOW))).isTrue();
        }
    }

    // The pool notices by and by that connections of before are of no use.
    private static <T> T soon(Supplier<T> work) {
        for (int i = 0; ; i++) {
            try {
                return work.get();
            } catch (GrantStoreException e) {
                assertThat(i).as("tries").isLessThan(100);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    @Test
    void aWrongPassword_isAReasonNotToStart() {
        open("sesame").close();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open("open barley"))
                .withMessageNotContaining("barley");
    }
}
