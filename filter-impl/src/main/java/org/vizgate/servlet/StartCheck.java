package org.vizgate.servlet;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.vizgate.outbound.DaemonThreads;

/**
 * Something to look at soon after the application starts, for which nobody waits. Not at once: it would take the processors
 * from what is starting.
 */
final class StartCheck implements AutoCloseable {
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private StartCheck(Duration delay, Runnable work) {
        thread = new DaemonThreads("vizgate-start-check").newThread(() -> runUnlessClosed(delay, work));
    }

    static StartCheck in(Duration delay, Runnable work) {
        StartCheck check = new StartCheck(delay, work);
        check.thread.start();
        return check;
    }

    private void runUnlessClosed(Duration delay, Runnable work) {
        try {
            if (!closing.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                work.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    /** Waits a moment for the end of it: what it waits for itself has to be closed before. */
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(PATIENCE_AT_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
