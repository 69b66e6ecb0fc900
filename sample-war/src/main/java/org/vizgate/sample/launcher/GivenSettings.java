package org.vizgate.sample.launcher;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Settings that somebody gave from outside: system properties (where {@code --set} goes) before environment variables.
 *
 * <p>By the gate's own rule the nearest place that has a name decides, and a blank text there counts as nothing given.
 */
final class GivenSettings {
    private final UnaryOperator<@Nullable String> systemProperties;
    private final Map<String, String> environment;

    GivenSettings(UnaryOperator<@Nullable String> systemProperties, Map<String, String> environment) {
        this.systemProperties = systemProperties;
        this.environment = environment;
    }

    /** The value of a setting that may have several names, the most important first. */
    Optional<String> value(String... names) {
        return text(names).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Whether the setting is there without a value, and so hides what a context parameter says. */
    boolean isBlank(String... names) {
        return text(names).filter(String::isBlank).isPresent();
    }

    boolean isTrue(String name) {
        return value(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    private Optional<String> text(String... names) {
        return Arrays.stream(names)
                .flatMap(
                        name -> Optional.ofNullable(systemProperties.apply(name))
                                .or(() -> Optional.ofNullable(environment.get(name)))
                                .stream())
                .findFirst();
    }
}
