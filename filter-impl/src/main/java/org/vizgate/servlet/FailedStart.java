package org.vizgate.servlet;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;

/**
 * Refuses every request to a web application with a gate that could not start. Most containers do not start such an application;
 * GlassFish only logs that a filter has failed, and would serve the application without it.
 *
 * <p>Other containers make a filter when a request needs it, and again for the next one. That is no failed start: it is the
 * request that fails, and the next may find what was missing.
 */
final class FailedStart implements ServletRequestListener {
    private static final String ATTRIBUTE = "org.vizgate.failed-start";

    private volatile State state = State.STARTING;

    private enum State {
        STARTING,
        SERVING,
        FAILED
    }

    /** Looks after the gates of a web application that is starting, unless the container does. */
    static void refuseIn(ServletContext context) {
        if (Containers.endsWithItsFilters(context)) {
            return;
        }
        FailedStart listener = new FailedStart();
        context.addListener(listener);
        context.setAttribute(ATTRIBUTE, listener);
    }

    /** A gate of this web application has failed. */
    static void happened(ServletContext context) {
        if (context.getAttribute(ATTRIBUTE) instanceof FailedStart listener && listener.state == State.STARTING) {
            listener.state = State.FAILED;
        }
    }

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (state == State.FAILED) {
            throw new IllegalStateException(
                    "Not available: the protection of this web application could not start. The server's log says why.");
        }
        if (state == State.STARTING) {
            state = State.SERVING;
        }
    }
}
