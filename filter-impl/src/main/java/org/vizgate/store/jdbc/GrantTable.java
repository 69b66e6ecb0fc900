package org.vizgate.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The one table: the statements for it, and its making. Safe for use by several threads and nodes. */
final class GrantTable {
    private static final Logger LOG = System.getLogger(GrantTable.class.getName());
    private static final String NAME_IN_SCRIPTS = "vizgate_grants";

    final String insert;
    final String insertOverExpired;
    final String find;
    final String replace;
    final String remove;
    final String removeRead;
    final String removeExpired;
    final String listExpired;

    private final String name;
    private final String probe;
    private volatile boolean isReady;
    private volatile boolean isInH2;

    GrantTable(String name) {
        this.name = name;
        insert = "INSERT INTO " + name + " (version, expires_at, payload, kind, id) VALUES (?, ?, ?, ?, ?)";
        String update = "UPDATE " + name + " SET version = ?, expires_at = ?, payload = ? WHERE kind = ? AND id = ?";
        insertOverExpired = update + " AND expires_at <= ?";
        replace = update + " AND version = ? AND expires_at > ?";
        find = "SELECT version, expires_at, payload FROM " + name + " WHERE kind = ? AND id = ? AND expires_at > ?";
        remove = "DELETE FROM " + name + " WHERE kind = ? AND id = ?";
        removeRead = remove + " AND version = ? AND expires_at = ?";
        removeExpired = remove + " AND expires_at <= ?";
        listExpired = "SELECT kind, id FROM " + name + " WHERE expires_at <= ? ORDER BY expires_at LIMIT ?";
        probe = "SELECT kind, id, version, expires_at, payload FROM " + name + " WHERE 1 = 0";
    }

    /**
     * Makes the table if it is not there; after the first success this costs nothing.
     *
     * @throws SQLException if the database does not answer, or the table is not there and cannot be made
     */
    void prepare(Connection connection) throws SQLException {
        if (!isReady) {
            String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            if (!isThere(connection)) {
                make(connection, product.matches("mariadb|mysql") ? "grants-mariadb.sql" : "grants.sql");
            }
            isInH2 = product.equals("h2");
            if (isInH2) {
                EmbeddedH2.keepCommits(connection);
            }
            isReady = true;
        }
    }

    /** Known once it is prepared. */
    boolean isInH2() {
        return isInH2;
    }

    private boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(probe).close();
            return true;
        } catch (SQLException e) {
            if (Failures.isAboutTheStatement(e)) {
                return false;
            }
            throw e;
        }
    }

    private void make(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : commands(script)) {
                statement.execute(command);
            }
            LOG.log(Level.INFO, "made the table {0}", name);
        } catch (SQLException e) {
            // Another node may have been first.
            if (!isThere(connection)) {
                throw new SQLException(
                        "the table " + name + " is not there with its five columns; run " + packageFolder() + "/"
                                + script + ", which is in the jar. Making it failed: " + e.getMessage(),
                        e.getSQLState());
            }
        }
    }

    private List<String> commands(String script) {
        try (InputStream in = Objects.requireNonNull(GrantTable.class.getResourceAsStream(script), script)) {
            String text = new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"))
                    .replace(NAME_IN_SCRIPTS + "_", name.substring(name.indexOf('.') + 1) + "_")
                    .replace(NAME_IN_SCRIPTS + " ", name + " ");
            return Stream.of(text.split(";", -1))
                    .map(String::strip)
                    .filter(command -> !command.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String packageFolder() {
        return GrantTable.class.getPackageName().replace('.', '/');
    }
}
