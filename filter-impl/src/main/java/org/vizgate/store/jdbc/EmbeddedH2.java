package org.vizgate.store.jdbc;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/** What H2 needs so that an answered commit outlives the process. */
final class EmbeddedH2 {
    private static final Logger LOG = System.getLogger(EmbeddedH2.class.getName());
    private static final String IN_MEMORY = "jdbc:h2:mem:";

    private EmbeddedH2() {}

    /** Has each commit written before it is answered, and warns where that cannot be had. */
    static void keepCommits(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        if (!database.getURL().startsWith(IN_MEMORY)) {
            writeAtOnce(connection);
            if (losesCommits(database.getDatabaseProductVersion())) {
                LOG.log(
                        Level.WARNING,
                        "H2 2.5.252 may lose grants that it has committed when the process is killed; use H2 2.4.240");
            }
        }
    }

    /**
     * H2 writes to its file half a second after a commit unless told otherwise: a process that is killed in between has
     * answered for tokens that nobody knows any more.
     */
    private static void writeAtOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET WRITE_DELAY 0");
        } catch (SQLException e) {
            if (!Failures.isAboutTheStatement(e)) {
                throw e;
            }
            LOG.log(
                    Level.WARNING,
                    "H2 may lose grants when the process is killed: its user may not SET WRITE_DELAY 0; write"
                            + " ;WRITE_DELAY=0 at the end of its URL");
        }
    }

    /**
     * In 2.5.252 the header of the file names the chunk before the one that was just written (RandomAccessStore.writeChunk
     * sets its last chunk too late). A process that is killed then leaves a file whose newest chunks nothing leads to, and
     * the next start takes it as it was a moment ago.
     *
     * @param version such as {@code 2.5.252 (2025-09-22)}
     */
    static boolean losesCommits(String version) {
        return version.equals("2.5.252") || version.startsWith("2.5.252 ");
    }
}
