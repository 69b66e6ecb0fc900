package org.vizgate.store.jcache;

import java.io.File;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ModifiedExpiryPolicy;
import javax.cache.spi.CachingProvider;

import org.vizgate.spi.EntryKind;
import org.vizgate.spi.StoreOptions;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

/** A running cache engine with a cache for each kind of entry. */
final class Engine implements AutoCloseable {
    private static final String PREFIX = "OAUTH_STORE_JCACHE_";
    private static final Set<String> NAMES = new TreeSet<>(Set.of("CONFIG", "PROVIDER"));
    // Hazelcast makes a URI part of the names of caches, and ends with the manager only what this property has started.
    private static final String HAZELCAST = "com.hazelcast.";
    // Caches that these make without a description forget what is much, or are not shared among nodes: both in silence.
    private static final List<String> NEED_DESCRIPTIONS = List.of(HAZELCAST, "org.infinispan.");
    private static final String HAZELCAST_CONFIG = "hazelcast.config.location";

    private static final java.time.Duration YEAR = java.time.Duration.ofDays(366);

    private final CacheManager manager;
    private final Map<EntryKind, java.time.Duration> longestLives;

    private Engine(CacheManager manager, Map<EntryKind, java.time.Duration> longestLives) {
        this.manager = manager;
        this.longestLives = longestLives;
    }

    /** @throws IllegalArgumentException if there is no engine, or it does not start with its file */
    static Engine start(StoreOptions options) {
        options.values().keySet().stream().filter(name -> !NAMES.contains(name)).forEach(Engine::refuseUnknown);
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        CachingProvider provider = provider(options.value("PROVIDER"), application);
        try {
            return new Engine(manager(provider, options.value("CONFIG")), options.longestLives());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the cache engine did not start; is " + PREFIX + "CONFIG right? " + e.getMessage(), e);
        }
    }

    private static void refuseUnknown(String name) {
        throw new IllegalArgumentException(
                "there is no option " + PREFIX + name + "; there are " + PREFIX + String.join(", " + PREFIX, NAMES));
    }

    private static CachingProvider provider(Optional<String> name, ClassLoader application) {
        try {
            return name.isPresent()
                    ? Caching.getCachingProvider(name.get(), application)
                    : Caching.getCachingProvider(application);
        } catch (CacheException e) {
            throw new IllegalArgumentException(
                    "there is no cache engine, or there are several: put the jar of one into WEB-INF/lib, or name its"
                            + " class in " + PREFIX + "PROVIDER",
                    e);
        }
    }

    private static CacheManager manager(CachingProvider provider, Optional<String> config) {
        Properties properties = new Properties();
        // Not the application's: Hazelcast makes any other than its own a part of the names of caches.
        ClassLoader loader = provider.getDefaultClassLoader();
        if (config.isEmpty()) {
            return provider.getCacheManager(provider.getDefaultURI(), loader, properties);
        }
        URI location = location(config.get());
        if (provider.getClass().getName().startsWith(HAZELCAST)) {
            properties.setProperty(HAZELCAST_CONFIG, location.toString());
            return provider.getCacheManager(provider.getDefaultURI(), loader, properties);
        }
        return provider.getCacheManager(location, loader, properties);
    }

    /** A URI as it is, a path as the URI of its file. */
    private static URI location(String text) {
        if (text.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*")) {
            return URI.create(text);
        }
        File file = new File(text);
        if (!file.isAbsolute() || !file.isFile()) {
            throw new IllegalArgumentException("it names no file; write an absolute path, or a URI such as file:/...");
        }
        return file.toURI();
    }

    /** The cache that the engine's file describes, or else one of our making. */
    Cache<String, String> cache(EntryKind kind) {
        String name = "vizgate-" + kind.name().toLowerCase(Locale.ROOT);
        Cache<String, String> described = manager.getCache(name);
        return described != null ? described : made(name, kind);
    }

    private Cache<String, String> made(String name, EntryKind kind) {
        String engine = manager.getCachingProvider().getClass().getName();
        if (NEED_DESCRIPTIONS.stream().anyMatch(engine::startsWith)) {
            throw new IllegalArgumentException(
                    "the file that " + PREFIX + "CONFIG names does not describe the cache " + name
                            + "; describe all vizgate-state, -code, -refresh and -revocation, with a synchronous backup, without a"
                            + " limit of entries");
        }
        MutableConfiguration<String, String> wanted = new MutableConfiguration<String, String>()
                .setStoreByValue(true)
                .setExpiryPolicyFactory(ModifiedExpiryPolicy.factoryOf(new Duration(
                        MILLISECONDS, longestLives.getOrDefault(kind, YEAR).toMillis())));
        try {
            return manager.createCache(name, wanted);
        } catch (CacheException e) {
            // Another node may have been first.
            Cache<String, String> theirs = manager.getCache(name);
            if (theirs == null) {
                throw e;
            }
            return theirs;
        }
    }

    /** Ends what was started; the caches stay with the other members. */
    @Override
    public void close() {
        manager.close();
    }
}
