package org.vizgate.it;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreOptions;

/** The classes of one web application that brings a store and its library: a second one shares none of them but the interface. */
final class EngineLoader extends URLClassLoader {
    private static final String SHARED = "org.vizgate.spi.";

    EngineLoader() {
        super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(EngineLoader::url)
                .toArray(URL[]::new);
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        return name.startsWith(SHARED) ? EngineLoader.class.getClassLoader().loadClass(name) : super.findClass(name);
    }

    /** Opens a store as a web application does: its class loader is the thread's. */
    GrantStore open(String provider, Map<String, String> options) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(this);
        try {
            GrantStoreProvider found =
                    (GrantStoreProvider) loadClass(provider).getConstructor().newInstance();
            return found.open(new StoreOptions(options));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
