package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from. Safe for use by several threads. */
interface Connections extends AutoCloseable {
    /**
     * A connection that commits each statement by itself and gives up an answer that takes too long. Whoever took it closes
     * it.
     *
     * @throws SQLException if there is none in time
     */
    Connection take() throws SQLException;

    /** Lets go of what was opened here. */
    @Override
    void close();
}
