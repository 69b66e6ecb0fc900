package org.vizgate.outbound;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DaemonThreadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DaemonThreads threads = new DaemonThreads("vizgate-test");

    @Test
    void awaitEnd_waitsForAThreadThatTheExecutorHasDoneWith() throws InterruptedException {
        Thread waiting = Thread.currentThread();
        ExecutorService terminated = Executors.newSingleThreadExecutor(threads);
        terminated.shutdown();
        Thread onItsLastSteps = threads.newThread(() -> {
            while (waiting.getState() != Thread.State.TIMED_WAITING && !Thread.interrupted()) {
                Thread.onSpinWait();
            }
        });
        onItsLastSteps.start();

        try {
            assertThat(threads.awaitEnd(terminated, PATIENCE)).isTrue();

            assertThat(onItsLastSteps.isAlive()).isFalse();
        } finally {
            onItsLastSteps.interrupt();
        }
    }

    @Test
    void awaitEnd_ofAnExecutorThatGoesOn_isFalse() throws InterruptedException {
        ExecutorService running = Executors.newSingleThreadExecutor(threads);
        try {
            assertThat(threads.awaitEnd(running, Duration.ZERO)).isFalse();
        } finally {
            running.shutdown();
        }
    }

    @Test
    void thread_isADaemonOfTheApplication() {
        Thread thread = threads.newThread(() -> {});

        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("vizgate-test");
        assertThat(thread.getContextClassLoader()).isSameAs(DaemonThreads.class.getClassLoader());
    }
}
