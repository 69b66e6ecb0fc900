package org.vizgate.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Unmodifiable copies that keep the order in which an administrator wrote things; {@code Set.copyOf} does not. */
final class Copies {
    private Copies() {}

    static <E> Set<E> ordered(Set<E> elements) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(elements));
    }

    static <K, V> Map<K, V> ordered(Map<K, V> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
