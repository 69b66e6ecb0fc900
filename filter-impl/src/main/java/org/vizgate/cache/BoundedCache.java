package org.vizgate.cache;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;
import org.vizgate.lazy.Lazy;

/**
 * Remembers a bounded number of values, each until an instant that the value itself tells.
 *
 * <p>When it is full, values that are seldom asked for go first. Nothing is null. Safe for use by several threads; has no
 * thread of its own, so nothing needs to be closed.
 */
public final class BoundedCache<K, V> {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long MAX_SECONDS = Long.MAX_VALUE / NANOS_PER_SECOND;

    private final Lazy<Cache<K, V>> entries;
    private final ConcurrentMap<K, CompletableFuture<V>> loading = new ConcurrentHashMap<>();

    /**
     * @param maxEntries about how many values are kept
     * @param expiry the instant at which a value is no longer given out
     */
    public BoundedCache(long maxEntries, Function<V, Instant> expiry, Clock clock) {
        this(maxEntries, maxEntries, key -> 1, expiry, clock);
    }

    /**
     * One that is full, too, when what it keeps is too large.
     *
     * @param maxSize what all keys may measure together
     * @param size what a key measures
     */
    public BoundedCache(
            long maxEntries, long maxSize, ToIntFunction<K> size, Function<V, Instant> expiry, Clock clock) {
        Instant start = clock.instant();
        // Caffeine takes one bound: so no entry counts for less than its share of the room.
        int share = Math.toIntExact(maxSize / maxEntries);
        this.entries = new Lazy<>(() -> Caffeine.newBuilder()
                .maximumWeight(maxEntries * share)
                .<K, V>weigher((key, value) -> Math.max(share, size.applyAsInt(key)))
                .executor(Runnable::run)
                .ticker(() -> nanos(start, clock.instant()))
                .expireAfter(new ByValue<K, V>(expiry, clock))
                .build());
    }

    /** The value, or null if there is none that still lives. */
    public @Nullable V get(K key) {
        return entries.get().getIfPresent(key);
    }

    /**
     * The value, or what {@code maker} makes, which is then remembered. What it throws reaches its caller, and nothing is
     * remembered.
     *
     * @param maker must be quick, for other keys may have to wait; must not use this cache
     */
    public V get(K key, Function<K, V> maker) {
        return entries.get().get(key, maker);
    }

    /**
     * The value, or what {@code loader} finds, however long it takes: other keys do not wait, and nothing is locked, to which a
     * virtual thread could be pinned.
     *
     * <p>Callers with the same key wait for one of them to load; what a loader throws reaches them all, and nothing is remembered.
     * A value that was put meanwhile stays, and is what they get.
     */
    public V load(K key, Function<K, V> loader) {
        @Nullable V known = entries.get().getIfPresent(key);
        if (known != null) {
            return known;
        }
        CompletableFuture<V> mine = new CompletableFuture<>();
        @Nullable CompletableFuture<V> another = loading.putIfAbsent(key, mine);
        return another == null ? loaded(key, loader, mine) : awaited(another);
    }

    private V loaded(K key, Function<K, V> loader, CompletableFuture<V> result) {
        try {
            // Somebody may have loaded it between the look into the cache and our turn.
            @Nullable V known = entries.get().getIfPresent(key);
            V value = known == null ? loader.apply(key) : known;
            @Nullable V earlier = known == null ? entries.get().asMap().putIfAbsent(key, value) : null;
            result.complete(earlier == null ? value : earlier);
            return earlier == null ? value : earlier;
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
            throw e;
        } finally {
            loading.remove(key, result);
        }
    }

    private static <V> V awaited(CompletableFuture<V> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    public void put(K key, V value) {
        entries.get().put(key, value);
    }

    public void remove(K key) {
        entries.get().invalidate(key);
    }

    /** About how many values there are: some that have expired may be counted for a second or two. */
    public long size() {
        return entries.made().map(BoundedCache::live).orElse(0L);
    }

    private static long live(Cache<?, ?> entries) {
        entries.cleanUp();
        return entries.estimatedSize();
    }

    public void clear() {
        entries.made().ifPresent(Cache::invalidateAll);
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
