package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL on a free port of loopback, which can be stopped and started again with its data. */
final class Postgres implements AutoCloseable {
    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres server;

    private Postgres(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
        this.port = server.getPort();
    }

    /** Skips the test, aloud, where PostgreSQL does not run: as root it needs user namespaces. */
    static Postgres start() {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("it.work"), "postgres"));
            Path data = Files.createTempDirectory(folder, "data");
            return new Postgres(data, run(data, Ports.free()));
        } catch (IOException | IllegalStateException e) {
            return Needed.orSkip("postgres", Optional.empty(), "PostgreSQL does not start here: " + e);
        }
    }

    private static EmbeddedPostgres run(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    /** What a gate must be told to keep its grants here. */
    void keepGrantsOf(Sample.Builder gate) {
        gate.library(Jars.of(org.postgresql.Driver.class))
                .library(Jars.of(HikariDataSource.class))
                .set("OAUTH_STORE", "jdbc")
                .set("OAUTH_STORE_JDBC_URL", url());
    }

    void stop() {
        try {
            if (server != null) {
                server.close();
                server = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void startAgain() {
        try {
            server = run(data, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows of a table as text. */
    String dump(String table) {
        return Sql.dump(url(), table);
    }

    /** Tables, indexes and the write-ahead log, of a server that is stopped. */
    List<Path> files() {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Plain SQL from outside. */
    static final class Sql {
        private Sql() {}

        static String dump(String url, String table) {
            StringBuilder text = new StringBuilder();
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int i = 1; i <= columns; i++) {
                        text.append(rows.getString(i)).append(i < columns ? '|' : '\n');
                    }
                }
                return text.toString();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static void run(String url, String... commands) {
            try (Connection connection = DriverManager.getConnection(url);
                    Statement statement = connection.createStatement()) {
                for (String command : commands) {
                    statement.execute(command);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
