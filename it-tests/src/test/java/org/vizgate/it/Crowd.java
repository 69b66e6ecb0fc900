package org.vizgate.it;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Clients that each do the same again and again, each in a thread of its own, until told to stop. */
final class Crowd implements AutoCloseable {
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean isOver;

    Crowd(List<Family> families, Consumer<Family> work) {
        threads = Executors.newFixedThreadPool(families.size());
        for (Family family : families) {
            running.add(threads.submit(() -> {
                while (!isOver && !family.isLost()) {
                    work.accept(family);
                }
            }));
        }
    }

    /** Lets each end what it is doing. */
    void stop() {
        isOver = true;
        try {
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        isOver = true;
        threads.shutdownNow();
    }
}
