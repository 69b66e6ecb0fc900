package org.vizgate.outbound;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Makes threads that end with the application. They inherit no thread locals, for they outlive the request that happens to
 * start them. Safe for use by several threads.
 */
public final class DaemonThreads implements ThreadFactory {
    private final String name;
    private final Queue<Thread> made = new ConcurrentLinkedQueue<>();

    /** @param name of each of them */
    public DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        made.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread daemon = new Thread(null, work, name, 0, false);
        daemon.setDaemon(true);
        daemon.setContextClassLoader(DaemonThreads.class.getClassLoader());
        made.add(daemon);
        return daemon;
    }

    /**
     * Waits for an executor that was shut down, and for its threads: it has terminated when they are on their last steps, and a
     * container that looks for threads then would find them.
     *
     * @param patience how long to wait for the executor, and for each thread
     * @return whether it has ended
     */
    public boolean awaitEnd(ExecutorService executor, Duration patience) throws InterruptedException {
        if (!executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        for (Thread thread : made) {
            // For ever, if it were 0.
            thread.join(Math.max(1, patience.toMillis()));
        }
        return true;
    }
}
