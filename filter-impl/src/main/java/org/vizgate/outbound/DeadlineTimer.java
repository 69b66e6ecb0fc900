package org.vizgate.outbound;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/** Cancels requests that take too long. It has one daemon thread, started with the first request. */
final class DeadlineTimer implements AutoCloseable {
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final DaemonThreads threads = new DaemonThreads("vizgate-outbound-deadline");
    private final ScheduledThreadPoolExecutor thread;

    DeadlineTimer() {
        thread = new ScheduledThreadPoolExecutor(1, threads);
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Begins to count. A timer that was closed cancels at once. */
    Watch watch(Cancellable request, Duration deadline) {
        Watch watch = new Watch(request);
        try {
            watch.alarm = thread.schedule(watch, deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            request.cancel();
        }
        return watch;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            // Cancelling closes sockets without lingering, so this is short.
            threads.awaitEnd(thread, PATIENCE_AT_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One request's deadline. */
    static final class Watch implements Runnable {
        private final Cancellable request;
        private volatile boolean expired;
        private @Nullable Future<?> alarm;

        private Watch(Cancellable request) {
            this.request = request;
        }

        /** Whether the request was cancelled because its time was over. */
        boolean expired() {
            return expired;
        }

        void end() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }

        @Override
        public void run() {
            expired = true;
            request.cancel();
        }
    }
}
