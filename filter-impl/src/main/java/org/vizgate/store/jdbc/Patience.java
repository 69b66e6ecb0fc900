package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;

/** How long an answer may take: first the database is asked to stop, then the connection is given up. */
final class Patience {
    private static final Duration SPARE = Duration.ofSeconds(1);

    private Patience() {}

    /** For {@link java.sql.Statement#setQueryTimeout}: whole seconds, rounded up, as zero would mean for ever. */
    static int statementSeconds(Duration timeout) {
        return Math.max(1, Math.toIntExact(timeout.plusMillis(999).toSeconds()));
    }

    static int answerMillis(Duration timeout) {
        return Math.toIntExact(
                Duration.ofSeconds(statementSeconds(timeout)).plus(SPARE).toMillis());
    }

    /** Does nothing for the driver that cannot: an embedded database has no network to wait for. */
    static void limit(Connection connection, int millis) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, millis);
        } catch (SQLFeatureNotSupportedException e) {
            System.getLogger(Patience.class.getName())
                    .log(System.Logger.Level.TRACE, "the driver has no limit for answers", e);
        }
    }
}
