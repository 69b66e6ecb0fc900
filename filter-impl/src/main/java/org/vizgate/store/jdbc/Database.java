package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.vizgate.spi.GrantStoreException;

/**
 * Runs work on a connection, with the table made and every wait bounded. While the database is away one caller at a time waits
 * for it, and the others are told at once: an outage must not hold every thread of the container. Safe for use by several
 * threads.
 */
final class Database implements AutoCloseable {
    private static final int TRIES = 3;

    private final Connections connections;
    private final GrantTable table;
    private final int statementSeconds;
    private final AtomicBoolean isProbing = new AtomicBoolean();
    private final OneByOne oneByOne;
    private volatile boolean isAway;

    Database(Connections connections, GrantTable table, Duration timeout) {
        this.connections = connections;
        this.table = table;
        this.statementSeconds = Patience.statementSeconds(timeout);
        this.oneByOne = new OneByOne(timeout);
    }

    /** Something to do with a connection, in which nothing precedes what may be rolled back. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    GrantTable table() {
        return table;
    }

    /** @throws GrantStoreException if the database cannot be reached, does not answer in time, or refuses */
    <T> T run(Work<T> work) {
        try {
            return tried(work);
        } catch (SQLException e) {
            throw Failures.unavailable(e);
        }
    }

    /**
     * Connects, and makes the table.
     *
     * @throws SQLException if that is not possible now
     */
    void prepare() throws SQLException {
        once(connection -> true);
    }

    PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(statementSeconds);
        return statement;
    }

    private <T> T tried(Work<T> work) throws SQLException {
        for (int left = TRIES - 1; ; left--) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (left == 0 || !Failures.isRolledBack(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = isAway ? probe() : take()) {
            table.prepare(connection);
            return table.isInH2() ? oneByOne.run(work, connection) : work.on(connection);
        }
    }

    private Connection probe() throws SQLException {
        if (!isProbing.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("it was away a moment ago");
        }
        try {
            return take();
        } finally {
            isProbing.set(false);
        }
    }

    private Connection take() throws SQLException {
        try {
            Connection connection = connections.take();
            isAway = false;
            return connection;
        } catch (SQLException e) {
            isAway = true;
            throw e;
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
