package org.vizgate.servlet;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;
import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Settings;

/**
 * The objects behind the filter and the servlets of one web application: made once when it starts, closed with it.
 *
 * @param edge around the endpoints
 * @param door in front of the application; absent when {@code DANGEROUSLY_DISABLE_OAUTH} has opened it
 * @param running the requests that may be using a session of the gate; absent if it has none
 * @param keyIds of the keys that open access tokens, the issuing one first
 * @param resources to be closed, in this order
 */
record Components(
        EndpointEdge edge,
        Optional<Doorway> door,
        Optional<RunningRequests> running,
        List<String> keyIds,
        List<AutoCloseable> resources) {
    private static final String ATTRIBUTE = "org.vizgate.components";

    /** @throws IllegalStateException if nothing was started in this web application */
    static Components of(ServletContext context) {
        Components components = find(context);
        if (components == null) {
            throw new IllegalStateException(
                    "Vizgate was not started in this web application. Let its jar register itself, or register "
                            + TableauAuthFilter.class.getName() + " before its servlets are used.");
        }
        return components;
    }

    static @Nullable Components find(ServletContext context) {
        return (Components) context.getAttribute(ATTRIBUTE);
    }

    /**
     * Makes the objects of a web application.
     *
     * @throws ConfigurationException if the settings do not allow it; then nothing is left open
     */
    static void start(Settings settings, ServletContext context) {
        Components components = Assembly.of(settings, context.getClassLoader());
        context.setAttribute(ATTRIBUTE, components);
        StartSummary.log(settings, components, context);
    }

    /** Closes everything and forgets it; no error if that was done before. */
    static void close(ServletContext context) {
        Components components = find(context);
        context.removeAttribute(ATTRIBUTE);
        if (components != null) {
            components.resources.forEach(Components::close);
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            System.getLogger(Components.class.getName())
                    .log(System.Logger.Level.WARNING, "a part of Vizgate did not close", e);
        }
    }
}
