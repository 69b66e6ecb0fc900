package org.vizgate.credential;

import java.util.Optional;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

/** Finds filter-impl. */
final class Connectors {
    private Connectors() {}

    /**
     * Looked up each time: a container may share this class among applications, each with a filter-impl of its own, which
     * only the thread's class loader knows.
     *
     * @throws IllegalStateException if filter-impl is missing
     */
    static TableauConnector connector() {
        return find(Connectors.class.getClassLoader())
                .or(() -> find(Thread.currentThread().getContextClassLoader()))
                .orElseThrow(() -> new IllegalStateException(
                        "vizgate-filter-impl is missing: put its jar and what it needs on the class path"));
    }

    private static Optional<TableauConnector> find(@Nullable ClassLoader loader) {
        return ServiceLoader.load(TableauConnector.class, loader).findFirst();
    }
}
