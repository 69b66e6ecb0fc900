package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.vizgate.spi.GrantStoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** H2 must not commit for one caller while another one has half done its work. */
class OneByOneTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void inH2_nobodyWorksBesideAnother_andTheWaitIsBounded() throws Exception {
        try (Database database = new Database(connections(), new GrantTable("grants"), Duration.ofMillis(250))) {
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> database.run(this::slowly));
            begun.await();

            assertThatThrownBy(() -> database.run(connection -> true))
                    .isInstanceOf(GrantStoreException.class)
                    .hasMessageContaining("too many others");

            mayEnd.countDown();
            assertThat(first.join()).isTrue();
            boolean afterwards = database.run(connection -> true);
            assertThat(afterwards).isTrue();
        }
    }

    private boolean slowly(Connection connection) throws SQLException {
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
        return connection.isValid(1);
    }

    private Connections connections() {
        return new Connections() {
            @Override
            public Connection take() throws SQLException {
                return DriverManager.getConnection(url);
            }

            @Override
            public void close() {}
        };
    }
}
