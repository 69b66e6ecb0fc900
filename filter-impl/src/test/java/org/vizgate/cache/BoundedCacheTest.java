package org.vizgate.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BoundedCacheTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SetClock clock = new SetClock(START);
    private final BoundedCache<String, Entry> cache = new BoundedCache<>(100, Entry::end, clock);

    private record Entry(String text, Instant end) {}

    private static Entry livingFor(Duration life) {
        return new Entry("value", START.plus(life));
    }

    @Test
    void aValue_isGivenOutUntilItsEndAndNotAtIt() {
        cache.put("key", livingFor(Duration.ofSeconds(10)));

        clock.set(START.plusSeconds(10).minusNanos(1));
        assertThat(cache.get("key")).isNotNull();
        clock.set(START.plusSeconds(10));
        assertThat(cache.get("key")).isNull();
    }

    @Test
    void aValueThatHasEnded_isNeverGivenOut() {
        cache.put("key", livingFor(Duration.ZERO));
        cache.put("older", livingFor(Duration.ofDays(-1)));

        assertThat(cache.get("key")).isNull();
        assertThat(cache.get("older")).isNull();
    }

    @Test
    void anEndBeyondAllCounting_isForEver() {
        cache.put("key", new Entry("value", Instant.MAX));

        clock.advance(Duration.ofDays(36_500));
        assertThat(cache.get("key")).isNotNull();
    }

    @Test
    void anotherValueUnderTheKey_bringsItsOwnEnd() {
        cache.put("key", livingFor(Duration.ofSeconds(10)));
        cache.put("key", livingFor(Duration.ofSeconds(20)));

        clock.advance(Duration.ofSeconds(15));
        assertThat(cache.get("key")).isNotNull();
    }

    @Test
    void aLoadedValue_isRemembered() {
        AtomicInteger loads = new AtomicInteger();
        Entry first = cache.get("key", key -> counted(loads));

        assertThat(cache.get("key", key -> counted(loads))).isSameAs(first);
        assertThat(loads).hasValue(1);
    }

    @Test
    void aLoaderThatThrows_leavesNothingBehind() {
        assertThatIllegalStateException()
                .isThrownBy(() -> cache.get("key", key -> {
                    throw new IllegalStateException("no");
                }));

        assertThat(cache.get("key")).isNull();
        assertThat(cache.get("key", key -> livingFor(Duration.ofSeconds(1)))).isNotNull();
    }

    @Test
    void manyWithOneKey_loadOnce() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            for (int i = 0; i < 16; i++) {
                threads.execute(() -> {
                    awaitQuietly(start);
                    cache.get("key", key -> counted(loads));
                });
            }
            start.countDown();
        } finally {
            threads.shutdown();
        }

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(loads).hasValue(1);
    }

    @Test
    void moreThanTheBound_areNotKept() {
        for (int i = 0; i < 10_000; i++) {
            cache.put("key" + i, livingFor(Duration.ofDays(1)));
        }

        assertThat(cache.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void largeKeys_leaveRoomForFewer_andSmallOnesForNoMoreThanTheBound() {
        BoundedCache<String, Entry> sized = new BoundedCache<>(100, 1_000, String::length, Entry::end, clock);
        for (int i = 0; i < 1_000; i++) {
            sized.put("x".repeat(96) + i, livingFor(Duration.ofDays(1)));
        }
        assertThat(sized.size()).isBetween(1L, 10L);

        for (int i = 0; i < 1_000; i++) {
            sized.put("k" + i, livingFor(Duration.ofDays(1)));
        }
        assertThat(sized.size()).isBetween(11L, 100L);
    }

    @Test
    void removeAndClear_forget() {
        cache.put("one", livingFor(Duration.ofDays(1)));
        cache.put("two", livingFor(Duration.ofDays(1)));
        cache.put("three", livingFor(Duration.ofDays(1)));

        cache.remove("one");
        assertThat(cache.get("one")).isNull();
        assertThat(cache.size()).isEqualTo(2);
        cache.clear();
        assertThat(cache.get("two")).isNull();
        assertThat(cache.size()).isZero();
    }

    @Test
    void aBusyCache_startsNoThreadAndNoPooledTask() {
        Set<Thread> before = threads();
        long tasks = ForkJoinPool.commonPool().getQueuedSubmissionCount();

        IntStream.range(0, 10_000).forEach(i -> {
            cache.put("key" + i, livingFor(Duration.ofSeconds(i % 7)));
            clock.advance(Duration.ofMillis(10));
            cache.get("key" + (i / 2));
        });

        assertThat(threads())
                .filteredOn(thread -> thread.getName().contains("ForkJoin")
                        || thread.getName().contains("caffeine"))
                .isSubsetOf(before);
        assertThat(ForkJoinPool.commonPool().getQueuedSubmissionCount()).isEqualTo(tasks);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream().collect(Collectors.toSet());
    }

    private static Entry counted(AtomicInteger loads) {
        loads.incrementAndGet();
        return livingFor(Duration.ofDays(1));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // All in one bin of a hash table.
    private record Collider(String name) {
        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void whileOneKeyIsLoaded_othersAreToo() throws Exception {
        BoundedCache<Collider, Entry> colliding = new BoundedCache<>(100, Entry::end, clock);
        CountDownLatch slow = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch begun = new CountDownLatch(1);
            Future<Entry> first = threads.submit(() -> colliding.load(new Collider("slow"), key -> {
                begun.countDown();
                awaitQuietly(slow);
                return livingFor(Duration.ofHours(1));
            }));
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

            Future<Entry> other =
                    threads.submit(() -> colliding.load(new Collider("quick"), key -> livingFor(Duration.ofHours(2))));
            assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo(livingFor(Duration.ofHours(2)));
            colliding.put(new Collider("slow"), livingFor(Duration.ofHours(3)));
            slow.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(livingFor(Duration.ofHours(3)));
        } finally {
            slow.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void manyWhoLoadOneKey_loadItOnce_andFailTogether() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch together = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Entry>> asked = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        together.countDown();
                        return cache.load("key", key -> {
                            awaitQuietly(together);
                            loads.incrementAndGet();
                            return livingFor(Duration.ofHours(1));
                        });
                    }))
                    .toList();
            for (Future<Entry> each : asked) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(livingFor(Duration.ofHours(1)));
            }
            assertThat(loads).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> cache.load("bad", key -> {
                    throw new IllegalStateException("unreachable");
                }))
                .withMessage("unreachable");
        assertThat(cache.load("bad", key -> livingFor(Duration.ofHours(1)))).isNotNull();
    }
}
