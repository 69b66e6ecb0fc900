package org.vizgate.servlet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

import org.jspecify.annotations.Nullable;
import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Settings;
import org.vizgate.config.SettingsReader;
import org.vizgate.config.SettingsSource;
import org.vizgate.lazy.Lazy;
import org.vizgate.status.GateStatus;
import org.vizgate.status.Management;

/**
 * The objects behind the filter and the servlets of one web application: made once when it starts, closed with it.
 *
 * @param entrances are made for the first who comes
 * @param running the requests that may be using a session of the gate; absent if it has none
 * @param status of the gate; absent if there is none
 * @param keyIds of the keys that open access tokens, the issuing one first
 * @param resources to be closed, in this order
 */
record Components(
        Lazy<Entrances> entrances,
        Optional<RunningRequests> running,
        Optional<GateStatus> status,
        List<String> keyIds,
        List<AutoCloseable> resources) {
    private static final System.Logger LOG = System.getLogger(Components.class.getName());
    private static final String ATTRIBUTE = "org.vizgate.components";
    private static final String CLOSED = "org.vizgate.closed";
    private static final String LISTENED = "org.vizgate.listened";

    /** Around the endpoints. */
    EndpointEdge edge() {
        return entrances.get().edge();
    }

    /** In front of the application; absent when {@code DANGEROUSLY_DISABLE_OAUTH} has opened it. */
    Optional<Doorway> door() {
        return entrances.get().door();
    }

    /**
     * The objects of a web application. They are made now if its gate was not: some containers make filters when they are first
     * needed, which may be after the endpoints.
     *
     * @throws IllegalStateException if there is no gate in this web application, or its settings do not allow a start
     */
    static Components of(ServletContext context) {
        Components found = find(context);
        return found == null ? startedFor(context) : found;
    }

    static @Nullable Components find(ServletContext context) {
        return (Components) context.getAttribute(ATTRIBUTE);
    }

    private static Components startedFor(ServletContext context) {
        FilterRegistration gate = Registrations.gate(context)
                .orElseThrow(() -> new IllegalStateException(
                        "Vizgate was not started in this web application. Let its jar register itself, or register "
                                + TableauAuthFilter.class.getName() + ", too."));
        List<SettingsSource> sources = ContextSettings.of(gate.getInitParameters(), context);
        synchronized (context) {
            // What comes while the application ends must not begin anew: nobody would close it.
            if (context.getAttribute(CLOSED) != null) {
                throw new IllegalStateException("this web application is being stopped");
            }
            try {
                return start(SettingsReader.read(sources, context.getContextPath()), context);
            } catch (ConfigurationException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    /**
     * Makes the objects of a web application, unless somebody has.
     *
     * @throws ConfigurationException if the settings do not allow it; then nothing is left open
     */
    static Components start(Settings settings, ServletContext context) {
        synchronized (context) {
            Components found = find(context);
            if (found != null) {
                return found;
            }
            Components components =
                    Assembly.of(settings, context.getClassLoader()).managed(context);
            context.setAttribute(ATTRIBUTE, components);
            context.removeAttribute(CLOSED);
            StartSummary.log(settings, components, context);
            return components;
        }
    }

    /** Closes everything when the application ends. */
    static void closeWith(ServletContext context) {
        if (context.getAttribute(LISTENED) == null) {
            context.addListener(new Closing());
            context.setAttribute(LISTENED, true);
        }
    }

    /** Closes everything if nobody else is going to: for who is told that the application ends, where no listener is. */
    static void closeUnlessListened(ServletContext context) {
        if (context.getAttribute(LISTENED) == null) {
            close(context);
        }
    }

    // First to be closed: whoever looks then should find nothing, rather than a gate that is going.
    private Components managed(ServletContext context) {
        return status.flatMap(shown -> managed(shown, context))
                .map(bean -> new Components(
                        entrances,
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
        Components components;
        synchronized (context) {
            components = find(context);
            context.removeAttribute(ATTRIBUTE);
            context.setAttribute(CLOSED, true);
        }
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

    private static final class Closing implements ServletContextListener {
        @Override
        public void contextDestroyed(ServletContextEvent event) {
            event.getServletContext().removeAttribute(LISTENED);
            close(event.getServletContext());
        }
    }
}
