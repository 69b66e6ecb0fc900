package org.vizgate.servlet;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;
import org.vizgate.config.SettingsSource;

/**
 * Where a web application's settings come from, nearest first: the filter's init-params, system properties, environment
 * variables, context-params. So an operator overrides what a WAR brings along.
 */
final class ContextSettings {
    private ContextSettings() {}

    /** For a filter that is declared, but not made yet. */
    static List<SettingsSource> of(Map<String, String> initParameters, ServletContext context) {
        return List.of(
                source("filter init-param", initParameters::get, initParameters.keySet()),
                source(
                        "system property",
                        System::getProperty,
                        System.getProperties().stringPropertyNames()),
                source("environment variable", System::getenv, System.getenv().keySet()),
                source(
                        "context-param",
                        context::getInitParameter,
                        new HashSet<>(Collections.list(context.getInitParameterNames()))));
    }

    /** For a filter that the container is starting. */
    static List<SettingsSource> of(FilterConfig config) {
        Map<String, String> parameters = new java.util.HashMap<>();
        for (String name : Collections.list(config.getInitParameterNames())) {
            parameters.put(name, config.getInitParameter(name));
        }
        return of(parameters, config.getServletContext());
    }

    private static SettingsSource source(String kind, Function<String, @Nullable String> values, Set<String> names) {
        return new SettingsSource() {
            @Override
            public Optional<String> value(String name) {
                return Optional.ofNullable(values.apply(name));
            }

            @Override
            public Set<String> names() {
                return names;
            }

            @Override
            public String describe(String name) {
                return kind + " " + name;
            }
        };
    }
}
