package org.vizgate.store.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.vizgate.spi.GrantStoreException;

/**
 * Removes expired rows in batches, in the wake of inserts: no thread, no timer, and never more rows than a moment's work.
 * It removes several times as many as come in, so it catches up with whatever has gathered.
 */
final class Sweep {
    static final int INSERTS_BETWEEN = 64;
    static final int BATCH = 256;

    private static final Logger LOG = System.getLogger(Sweep.class.getName());
    // What has expired by this node's clock may live by another's.
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Database database;
    private final AtomicInteger inserts = new AtomicInteger();
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private volatile boolean hasMore;

    Sweep(Database database) {
        this.database = database;
    }

    /** Sweeps if it is time; a failure is no failure of the insert. */
    void afterInsert(Instant now) {
        boolean isDue = inserts.incrementAndGet() % INSERTS_BETWEEN == 0 || hasMore;
        if (isDue && isRunning.compareAndSet(false, true)) {
            try {
                hasMore = database.run(connection -> sweep(connection, now.minus(MARGIN))) == BATCH;
            } catch (GrantStoreException e) {
                LOG.log(Level.INFO, "expired grants stay in the database for now: {0}", e.getMessage());
            } finally {
                isRunning.set(false);
            }
        }
    }

    private int sweep(Connection connection, Instant until) throws SQLException {
        try (PreparedStatement select = database.prepare(connection, database.table().listExpired);
                PreparedStatement delete = database.prepare(connection, database.table().removeExpired)) {
            select.setLong(1, until.toEpochMilli());
            select.setInt(2, BATCH);
            int count = 0;
            try (ResultSet rows = select.executeQuery()) {
                for (; rows.next(); count++) {
                    delete.setString(1, rows.getString(1));
                    delete.setString(2, rows.getString(2));
                    delete.setLong(3, until.toEpochMilli());
                    delete.addBatch();
                }
            }
            if (count > 0) {
                delete.executeBatch();
            }
            return count;
        }
    }
}
