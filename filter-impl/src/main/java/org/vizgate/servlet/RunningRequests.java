package org.vizgate.servlet;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

/**
 * Counts the requests that the application is working on, so that the gate's own Tableau session outlives them. Closing waits
 * for them, but not for long: an application may hold a request open for hours.
 */
final class RunningRequests implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(RunningRequests.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Duration patience;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean isClosing;

    /** @param patience how long closing waits */
    RunningRequests(Duration patience) {
        this.patience = patience;
    }

    void begin() {
        running.incrementAndGet();
    }

    /** After the application has returned; a request that it goes on with asynchronously ends when that does. */
    void end(ServletRequest request) {
        if (request.isAsyncStarted()) {
            try {
                request.getAsyncContext().addListener(new Ending());
                return;
            } catch (IllegalStateException e) {
                // It has ended between the two lines.
            }
        }
        endOne();
    }

    // The lock is for whoever waits: as long as nobody does, requests do not wait for each other.
    private void endOne() {
        if (running.decrementAndGet() == 0 && isClosing) {
            lock.lock();
            try {
                ended.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public void close() {
        isClosing = true;
        lock.lock();
        try {
            long left = patience.toNanos();
            while (running.get() > 0 && left > 0) {
                left = ended.awaitNanos(left);
            }
            if (running.get() > 0) {
                LOG.log(
                        Level.WARNING,
                        "{0} requests are still running after {1} s; their Tableau session is signed out now",
                        running.get(),
                        patience.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private final class Ending implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            endOne();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        /** Listeners are forgotten when a request goes asynchronous once more. */
        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
