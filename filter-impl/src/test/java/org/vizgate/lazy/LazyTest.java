package org.vizgate.lazy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LazyTest {
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void nobodyHasAsked_nothingIsMade() {
        Lazy<Integer> lazy = new Lazy<>(calls::incrementAndGet);

        assertThat(lazy.made()).isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void severalAsk_oneValueIsMade() throws Exception {
        Lazy<Integer> lazy = new Lazy<>(calls::incrementAndGet);
        Callable<Integer> asking = lazy::get;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> answers =
                    threads.invokeAll(Stream.generate(() -> asking).limit(40).toList());

            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(lazy.made()).contains(1);
    }

    @Test
    void makerThrows_theNextOneWhoAsksMayHaveMoreLuck() {
        Lazy<Integer> lazy = new Lazy<>(() -> {
            int call = calls.incrementAndGet();
            if (call == 1) {
                throw new IllegalStateException("not yet");
            }
            return call;
        });

        assertThatThrownBy(lazy::get).hasMessage("not yet");
        assertThat(lazy.made()).isEmpty();
        assertThat(lazy.get()).isEqualTo(2);
    }
}
