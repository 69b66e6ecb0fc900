package org.vizgate.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a bounded number of values, each until an instant that the value itself tells.
 *
 * <p>When it is full, values that are seldom asked for go first. Nothing is null. Safe for use by several threads; has no
 * thread of its own, so nothing needs to be closed.
 */
public final class BoundedCache<K, V> {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND;

    private final Cache<K, V> entries;

    /**
     * @param maxEntries about how many values are kept
     * @param expiry the instant at which a value is no longer given out
     */
    public BoundedCache(long maxEntries, Function<V, Instant> expiry, Clock clock) {
        Instant start = clock.instant();
        this.entries = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .executor(Runnable::run)
                .ticker(() -> nanos(start, clock.instant()))
                .expireAfter(new ByValue<K, V>(expiry, clock))
                .build();
    }

    /** The value, or null if there is none that still lives. */
    public @Nullable V get(K key) {
        return entries.getIfPresent(key);
    }

    /**
     * The value, or what {@code loader} makes, which is then remembered.
     *
     * <p>Callers with the same key wait for one of them to load. What a loader throws reaches its caller, and nothing is
     * remembered. A loader must not use this cache.
     */
    public V get(K key, Function<K, V> loader) {
        return entries.get(key, loader);
    }

    public void put(K key, V value) {
        entries.put(key, value);
    }

    public void remove(K key) {
        entries.invalidate(key);
    }

    /** About how many values there are: some that have expired may be counted for a second or two. */
    public long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    public void clear() {
        entries.invalidateAll();
    }

    // Caffeine's own factory for this is newer than the Caffeine of many a server, which may come before ours.
    private record ByValue<K, V>(Function<V, Instant> end, Clock clock) implements Expiry<K, V> {
        @Override
        public long expireAfterCreate(K key, V value, long now) {
            return Math.max(0, nanos(clock.instant(), end.apply(value)));
        }

        @Override
        public long expireAfterUpdate(K key, V value, long now, long left) {
            return expireAfterCreate(key, value, now);
        }

        @Override
        public long expireAfterRead(K key, V value, long now, long left) {
            return left;
        }
    }

    /** Nanoseconds from one instant to another, as many as a long can hold. */
    private static long nanos(Instant from, Instant to) {
        // Not Duration.between, which makes an object at each look into the cache.
        long seconds = to.getEpochSecond() - from.getEpochSecond();
        if (Math.abs(seconds) >= MAX_SECONDS) {
            return seconds > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return seconds * NANOS_PER_SECOND + to.getNano() - from.getNano();
    }
}
