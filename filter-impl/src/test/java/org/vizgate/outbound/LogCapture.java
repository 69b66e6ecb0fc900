package org.vizgate.outbound;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged while this is open, at any level. */
public final class LogCapture extends Handler implements AutoCloseable {
    private static final SimpleFormatter FORMAT = new SimpleFormatter();

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level before;

    private LogCapture(Logger logger) {
        this.logger = logger;
        this.before = logger.getLevel();
        setLevel(Level.ALL);
        logger.addHandler(this);
        logger.setLevel(Level.ALL);
    }

    public static LogCapture ofEverything() {
        return of("");
    }

    /** Of one logger and those below it. */
    public static LogCapture of(String name) {
        return new LogCapture(Logger.getLogger(name));
    }

    @Override
    public void publish(LogRecord line) {
        String thrown = line.getThrown() == null ? "" : TestFailures.allOf(line.getThrown());
        lines.add(line.getLoggerName() + " " + FORMAT.formatMessage(line) + " " + thrown);
    }

    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.setLevel(before);
        logger.removeHandler(this);
    }
}
