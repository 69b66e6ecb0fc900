package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

import org.vizgate.spi.GrantStoreException;

/** Runs work on a connection, with the table made and every wait bounded. Safe for use by several threads. */
final class Database implements AutoCloseable {
    private static final int TRIES = 3;

    private final Connections connections;
    private final GrantTable table;
    private final int statementSeconds;

    Database(Connections connections, GrantTable table, Duration timeout) {
        this.connections = connections;
        this.table = table;
        this.statementSeconds = Patience.statementSeconds(timeout);
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
        try (Connection connection = connections.take()) {
            table.prepare(connection);
            return work.on(connection);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
