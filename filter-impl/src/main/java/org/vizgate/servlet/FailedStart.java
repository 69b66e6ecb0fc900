package org.vizgate.servlet;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses every request to a web application with a gate that could not start, or that is mapped to nothing. Most containers do
 * not start such an application. Open Liberty only warns when an initializer fails (CWWWC0001W), and GlassFish when a filter does:
 * they would serve the application without a gate. And where filters are made when a request needs them, one without a mapping
 * never is.
 *
 * <p>A gate that fails later, because it is made for a request and again for the next one, is no failed start: it is the request
 * that fails, and the next may find what was missing.
 *
 * <p>As a listener it learns when the first request comes; as a filter, in front of all others, it refuses: GlassFish runs an
 * application whatever a listener throws.
 */
final class FailedStart implements Filter, ServletRequestListener {
    private static final String NAME = "vizgate-start";
    private static final String ATTRIBUTE = "org.vizgate.start";
    private static final Logger LOG = System.getLogger(FailedStart.class.getName());

    private final AtomicReference<State> state = new AtomicReference<>(State.STARTING);

    private enum State {
        STARTING,
        SERVING,
        FAILED
    }

    /** Looks after the gates of a web application that is starting, unless the container does. */
    static void refuseIn(ServletContext context) {
        if (Containers.endsWithItsFilters(context) || context.getAttribute(ATTRIBUTE) != null) {
            return;
        }
        FailedStart start = new FailedStart();
        context.setAttribute(ATTRIBUTE, start);
        context.addListener(start);
        FilterRegistration.Dynamic filter = context.addFilter(NAME, start);
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }

    /** A gate of this web application has failed. */
    static void happened(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof FailedStart start) {
            start.state.compareAndSet(State.STARTING, State.FAILED);
        }
    }

    /** By now every gate is registered, and where filters are made at the start, every gate has been made. */
    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (state.get() == State.STARTING) {
            boolean isOpen = isOpen(event.getServletContext());
            state.compareAndSet(State.STARTING, isOpen ? State.FAILED : State.SERVING);
        }
    }

    private static boolean isOpen(ServletContext context) {
        List<FilterRegistration> gates = Registrations.gates(context);
        for (FilterRegistration gate : gates) {
            if (Registrations.missingMapping(gate).isPresent()) {
                LOG.log(Level.ERROR, Registrations.missingMapping(gate)::get);
                return true;
            }
        }
        boolean isLeftOut = Containers.makesFiltersAtStart(context)
                && !gates.isEmpty()
                && TableauAuthFilter.of(context)
                        .filter(TableauAuthFilter::isStarted)
                        .isEmpty();
        if (isLeftOut) {
            LOG.log(
                    Level.ERROR,
                    "The gate was not made, so this application is not served. The server's log says why.");
        }
        return isLeftOut;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Still starting, if what the listener looked at threw: GlassFish goes on then.
        if (state.get() != State.SERVING) {
            refuse((HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    // Not sendError: an error page is the application's, too.
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("text/plain;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().println("Not available: its protection could not start. The server's log says why.");
    }
}
