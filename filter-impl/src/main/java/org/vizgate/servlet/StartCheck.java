package org.vizgate.servlet;

import java.time.Duration;

/** Something to look at when the application starts, for which nobody waits. */
final class StartCheck implements AutoCloseable {
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final Thread thread;

    private StartCheck(Thread thread) {
        this.thread = thread;
    }

    static StartCheck begin(Runnable work) {
        // Inherits no thread locals of whoever starts the application.
        Thread thread = new Thread(null, work, "vizgate-start-check", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(StartCheck.class.getClassLoader());
        thread.start();
        return new StartCheck(thread);
    }

    /** Waits a moment for the end of it: what it waits for itself has to be closed before. */
    @Override
    public void close() {
        try {
            thread.join(PATIENCE_AT_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
