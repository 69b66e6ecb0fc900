package org.vizgate.servlet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;
import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Settings;
import org.vizgate.status.GateStatus;
import org.vizgate.status.Management;

/**
 * The objects behind the filter and the servlets of one web application: made once when it starts, closed with it.
 *
 * @param edge around the endpoints
 * @param door in front of the application; absent when {@code DANGEROUSLY_DISABLE_OAUTH} has opened it
 * @param running the requests that may be using a session of the gate; absent if it has none
 * @param status of the gate; absent if there is none
 * @param keyIds of the keys that open access tokens, the issuing one first
 * @param resources to be closed, in this order
 */
record Components(
        EndpointEdge edge,
        Optional<Doorway> door,
        Optional<RunningRequests> running,
        Optional<GateStatus> status,
        List<String> keyIds,
        List<AutoCloseable> resources) {
    private static final System.Logger LOG = System.getLogger(Components.class.getName());
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
        Components components = Assembly.of(settings, context.getClassLoader()).managed(context);
        context.setAttribute(ATTRIBUTE, components);
        StartSummary.log(settings, components, context);
    }

    // First to be closed: whoever looks then should find nothing, rather than a gate that is going.
    private Components managed(ServletContext context) {
        return status.flatMap(shown -> managed(shown, context))
                .map(bean -> new Components(
                        edge,
                        door,
                        running,
                        status,
                        keyIds,
                        Stream.concat(Stream.of(bean), resources.stream()).toList()))
                .orElse(this);
    }

    private static Optional<AutoCloseable> managed(GateStatus shown, ServletContext context) {
        try {
            return Management.of(shown, context.getContextPath(), host(context)).map(bean -> bean);
        } catch (LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "this Java runtime has no JMX", e);
            return Optional.empty();
        }
    }

    private static Optional<String> host(ServletContext context) {
        try {
            return Optional.ofNullable(context.getVirtualServerName());
        } catch (UnsupportedOperationException e) {
            return Optional.empty();
        }
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
            LOG.log(System.Logger.Level.WARNING, "a part of Vizgate did not close", e);
        }
    }
}
