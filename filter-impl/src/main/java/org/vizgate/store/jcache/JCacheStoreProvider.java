package org.vizgate.store.jcache;

import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreOptions;

/**
 * Opens the store in a cache. Options: {@code CONFIG}, the engine's own file; {@code PROVIDER}, the class name of the engine
 * if there are several.
 */
public final class JCacheStoreProvider implements GrantStoreProvider {
    @Override
    public String name() {
        return "jcache";
    }

    @Override
    public GrantStore open(StoreOptions options) {
        try {
            return JCacheStore.in(Engine.start(options));
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "this store needs the jars of a cache and of javax.cache:cache-api in WEB-INF/lib: "
                            + e.getMessage(),
                    e);
        }
    }

    /** What a cache throws in words of the store. */
    static GrantStoreException unavailable(RuntimeException e) {
        return new GrantStoreException(
                "the cache cannot serve now: " + e.getClass().getSimpleName(), e);
    }
}
