package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one work at a time into H2. A commit of H2 writes what all transactions have changed so far, one map after another:
 * of a transaction that is under way it may write a changed row, and not the undo log that would take it back. When the
 * process is killed then, that row stays locked for ever, and its token with it.
 */
final class OneByOne {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final long patienceMillis;

    OneByOne(Duration patience) {
        this.patienceMillis = patience.toMillis();
    }

    /** @throws SQLException from {@code work}, or if its turn does not come in time */
    <T> T run(Database.Work<T> work, Connection connection) throws SQLException {
        await();
        try {
            return work.on(connection);
        } finally {
            turn.unlock();
        }
    }

    private void await() throws SQLException {
        try {
            if (!turn.tryLock(patienceMillis, TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("too many others are waiting for it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for it", e);
        }
    }
}
