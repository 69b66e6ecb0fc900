package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.vizgate.spi.GrantStoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DatabaseTest {
    private final Source source = new Source();
    private final Database database = new Database(source, new GrantTable("vizgate_grants"), Duration.ofSeconds(5));

    @Test
    void whileItIsAway_oneCallerWaits_andTheOthersAreToldAtOnce() throws Exception {
        source.isAway = true;
        assertThatExceptionOfType(GrantStoreException.class).isThrownBy(() -> database.run(connection -> 1));

        source.blocksNext = true;
        CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> database.run(connection -> 2));
        source.isAsked.await();
        assertThatExceptionOfType(GrantStoreException.class)
                .isThrownBy(() -> database.run(connection -> 3))
                .withMessageContaining("a moment ago");

        source.isAway = false;
        source.mayAnswer.countDown();
        assertThat(waiting.get()).isEqualTo(2);
        int next = database.run(connection -> 4);
        assertThat(next).isEqualTo(4);
    }

    @Test
    void whatTheDatabaseRolledBack_isTriedAgain() {
        AtomicInteger tries = new AtomicInteger();

        int answer = database.run(connection -> {
            if (tries.incrementAndGet() < 3) {
                throw new SQLException("deadlock", "40001");
            }
            return 5;
        });

        assertThat(answer).isEqualTo(5);
    }

    @Test
    void whatMayHaveWorked_isNotTriedAgain() {
        AtomicInteger tries = new AtomicInteger();

        assertThatExceptionOfType(GrantStoreException.class)
                .isThrownBy(() -> database.run(connection -> {
                    tries.incrementAndGet();
                    throw new SQLException("the connection broke", "08006");
                }));

        assertThat(tries).hasValue(1);
    }

    private static final class Source implements Connections {
        private final CountDownLatch isAsked = new CountDownLatch(1);
        private final CountDownLatch mayAnswer = new CountDownLatch(1);
        private volatile boolean isAway;
        private volatile boolean blocksNext;

        @Override
        public Connection take() throws SQLException {
            if (blocksNext) {
                blocksNext = false;
                isAsked.countDown();
                try {
                    mayAnswer.await();
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
            }
            if (isAway) {
                throw new SQLTransientConnectionException("refused", "08001");
            }
            return DriverManager.getConnection("jdbc:h2:mem:");
        }

        @Override
        public void close() {}
    }
}
