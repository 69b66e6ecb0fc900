package org.vizgate.store.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/** Entries as rows. */
final class JdbcStore implements GrantStore {
    private static final Logger LOG = System.getLogger(JdbcStore.class.getName());
    private static final int TRIES = 10;

    private final Database database;
    private final GrantTable table;
    private final Sweep sweep;

    private JdbcStore(Database database) {
        this.database = database;
        this.table = database.table();
        this.sweep = new Sweep(database);
    }

    /** @throws IllegalArgumentException if the database answers, and refuses what the settings say */
    static JdbcStore in(Database database) {
        try {
            database.prepare();
        } catch (SQLException e) {
            GrantStoreException failure = Failures.unavailable(e);
            if (Failures.isRefusedSignIn(e) || Failures.isAboutTheStatement(e)) {
                throw new IllegalArgumentException(failure.getMessage(), failure);
            }
            LOG.log(Level.WARNING, "{0}. Until it does, whatever needs it is answered 503", failure.getMessage());
        }
        return new JdbcStore(database);
    }

    @Override
    public boolean insert(StoreKey key, StoreEntry entry, Instant now) {
        boolean inserted = database.run(connection -> insert(connection, key, entry, now));
        if (inserted) {
            sweep.afterInsert(now);
        }
        return inserted;
    }

    private boolean insert(Connection connection, StoreKey key, StoreEntry entry, Instant now) throws SQLException {
        for (int i = 0; i < TRIES; i++) {
            if (insertNew(connection, key, entry) || insertOverExpired(connection, key, entry, now)) {
                return true;
            }
            if (find(connection, key, now).isPresent()) {
                return false;
            }
            // What was in the way has gone meanwhile: swept, taken, or expired just now.
        }
        throw new SQLException("a row is in the way of an insert, and cannot be read");
    }

    private boolean insertNew(Connection connection, StoreKey key, StoreEntry entry) throws SQLException {
        try (PreparedStatement insert = database.prepare(connection, table.insert)) {
            set(insert, entry, key);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if (Failures.isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private boolean insertOverExpired(Connection connection, StoreKey key, StoreEntry entry, Instant now)
            throws SQLException {
        try (PreparedStatement update = database.prepare(connection, table.insertOverExpired)) {
            set(update, entry, key);
            update.setLong(6, now.toEpochMilli());
            return update.executeUpdate() == 1;
        }
    }

    @Override
    public Optional<StoreEntry> find(StoreKey key, Instant now) {
        return database.run(connection -> find(connection, key, now));
    }

    private Optional<StoreEntry> find(Connection connection, StoreKey key, Instant now) throws SQLException {
        try (PreparedStatement select = database.prepare(connection, table.find)) {
            set(select, 1, key);
            select.setLong(3, now.toEpochMilli());
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new StoreEntry(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3)))
                        : Optional.empty();
            }
        }
    }

    @Override
    public boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now) {
        return database.run(connection -> {
            try (PreparedStatement update = database.prepare(connection, table.replace)) {
                set(update, entry, key);
                update.setLong(6, expectedVersion);
                update.setLong(7, now.toEpochMilli());
                return update.executeUpdate() == 1;
            }
        });
    }

    @Override
    public Optional<StoreEntry> take(StoreKey key, Instant now) {
        return database.run(connection -> {
            for (int i = 0; i < TRIES; i++) {
                Optional<StoreEntry> read = find(connection, key, now);
                if (read.isEmpty() || remove(connection, key, read.get())) {
                    return read;
                }
                // Somebody else was faster: with taking it, or with replacing it.
            }
            throw new SQLException("an entry changes faster than it can be taken");
        });
    }

    private boolean remove(Connection connection, StoreKey key, StoreEntry read) throws SQLException {
        try (PreparedStatement delete = database.prepare(connection, table.removeRead)) {
            set(delete, 1, key);
            delete.setLong(3, read.version());
            delete.setLong(4, read.expiresAt().toEpochMilli());
            return delete.executeUpdate() == 1;
        }
    }

    @Override
    public void remove(StoreKey key) {
        database.run(connection -> {
            try (PreparedStatement delete = database.prepare(connection, table.remove)) {
                set(delete, 1, key);
                return delete.executeUpdate();
            }
        });
    }

    @Override
    public void close() {
        database.close();
    }

    // The order in which all statements that write an entry have it.
    private static void set(PreparedStatement statement, StoreEntry entry, StoreKey key) throws SQLException {
        statement.setLong(1, entry.version());
        statement.setLong(2, entry.expiresAt().toEpochMilli());
        statement.setString(3, entry.payload());
        set(statement, 4, key);
    }

    private static void set(PreparedStatement statement, int from, StoreKey key) throws SQLException {
        statement.setString(from, key.kind().name());
        statement.setString(from + 1, key.id());
    }
}
