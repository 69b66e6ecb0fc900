package org.vizgate.store.jcache;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import javax.cache.Cache;

import org.jspecify.annotations.Nullable;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.StoreEntry;
import org.vizgate.spi.StoreKey;

/** Entries as texts in caches, one for each kind. */
final class JCacheStore implements GrantStore {
    private static final int TRIES = 100;

    private final Engine engine;
    private final Map<EntryKind, Cache<String, String>> caches = new EnumMap<>(EntryKind.class);

    private JCacheStore(Engine engine) {
        this.engine = engine;
        for (EntryKind kind : EntryKind.values()) {
            caches.put(kind, engine.cache(kind));
        }
    }

    /**
     * @throws IllegalArgumentException if the engine's file is not what it should be; the engine is closed then
     * @throws GrantStoreException if the caches cannot be had now; the engine is closed then
     */
    static JCacheStore in(Engine engine) {
        try {
            return new JCacheStore(engine);
        } catch (IllegalArgumentException e) {
            engine.close();
            throw e;
        } catch (RuntimeException e) {
            engine.close();
            throw JCacheStoreProvider.unavailable(e);
        }
    }

    @Override
    public boolean insert(StoreKey key, StoreEntry entry, Instant now) {
        String text = EntryText.write(entry);
        return settled(key, cache -> {
            if (cache.putIfAbsent(key.id(), text)) {
                return true;
            }
            @Nullable String old = cache.get(key.id());
            if (old != null && EntryText.read(old).isLiveAt(now)) {
                return false;
            }
            boolean isReplaced = old != null && cache.replace(key.id(), old, text);
            return isReplaced ? true : null;
        });
    }

    @Override
    public Optional<StoreEntry> find(StoreKey key, Instant now) {
        return settled(key, cache -> live(cache.get(key.id()), now));
    }

    @Override
    public boolean replace(StoreKey key, long expectedVersion, StoreEntry entry, Instant now) {
        String text = EntryText.write(entry);
        return settled(key, cache -> {
            @Nullable String old = cache.get(key.id());
            boolean isExpected = live(old, now)
                    .filter(found -> found.version() == expectedVersion)
                    .isPresent();
            return old != null && isExpected && cache.replace(key.id(), old, text);
        });
    }

    @Override
    public Optional<StoreEntry> take(StoreKey key, Instant now) {
        return settled(key, cache -> {
            @Nullable String old = cache.get(key.id());
            Optional<StoreEntry> found = live(old, now);
            // Empty is an answer; null is none yet: somebody else has changed the entry meanwhile.
            boolean isSettled = old == null || found.isEmpty() || cache.remove(key.id(), old);
            return isSettled ? found : null;
        });
    }

    @Override
    public void remove(StoreKey key) {
        settled(key, cache -> cache.remove(key.id()));
    }

    @Override
    public void close() {
        engine.close();
    }

    private static Optional<StoreEntry> live(@Nullable String text, Instant now) {
        return Optional.ofNullable(text).map(EntryText::read).filter(entry -> entry.isLiveAt(now));
    }

    /** Something to do with a cache; null when somebody else's change was met, and it has to be done again. */
    private interface Work<T> {
        @Nullable
        T on(Cache<String, String> cache);
    }

    private <T> T settled(StoreKey key, Work<T> work) {
        try {
            for (int i = 0; i < TRIES; i++) {
                T answer = work.on(cache(key));
                if (answer != null) {
                    return answer;
                }
            }
        } catch (GrantStoreException e) {
            throw e;
        } catch (RuntimeException e) {
            // Engines throw what they like when a member or the network is gone, not only CacheException.
            throw JCacheStoreProvider.unavailable(e);
        }
        throw new GrantStoreException("an entry of the cache changes faster than it can be read");
    }

    private Cache<String, String> cache(StoreKey key) {
        Cache<String, String> cache = caches.get(key.kind());
        if (cache == null) {
            throw new GrantStoreException("there is no cache for " + key.kind());
        }
        return cache;
    }
}
