package org.vizgate.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the container logs from now on: those in this process to java.util.logging, others to a file. */
final class ServerLog implements AutoCloseable {
    private static final Path FILE = Path.of(
            System.getProperty("it.work"),
            Container.isWildFly() ? "wildfly/standalone/log/server.log" : Container.name() + "/server.log");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final int start = file().length();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(new SimpleFormatter().format(record));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private ServerLog() {
        Logger.getLogger("").addHandler(handler);
    }

    static ServerLog capture() {
        return new ServerLog();
    }

    String text() {
        return String.join("\n", lines) + file().substring(start);
    }

    private static String file() {
        try {
            return Container.isEmbedded() ? "" : Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(handler);
    }
}
