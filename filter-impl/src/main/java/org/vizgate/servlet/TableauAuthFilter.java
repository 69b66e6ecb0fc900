package org.vizgate.servlet;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.vizgate.config.ConfigurationException;
import org.vizgate.config.SettingsReader;

/**
 * Lets a request reach the application only with a valid access token, and hands the application the caller.
 *
 * <p>The jar registers it for every path by itself. An application that registers it in web.xml, by an annotated subclass
 * or by {@code ServletContext.addFilter} gets that registration instead. One web application has one.
 *
 * @see org.vizgate.session.TableauCaller#of
 * @see org.vizgate.session.RequestAttributes
 */
public class TableauAuthFilter implements Filter {
    private static final String OWNER = "org.vizgate.filter";
    private static final String CHECKED = "org.vizgate.checked";

    private @Nullable ServletContext context;
    private @Nullable FilterRegistration registration;
    private Optional<Components> components = Optional.empty();
    private Optional<RunningRequests> running = Optional.empty();
    private OwnServlets own = OwnServlets.none();
    private volatile boolean isStarted;

    /** @throws ServletException if the settings do not allow a start, or the application has a gate already */
    @Override
    public void init(FilterConfig config) throws ServletException {
        try {
            open(config);
        } catch (ServletException | RuntimeException | Error e) {
            FailedStart.happened(config.getServletContext());
            throw e;
        }
    }

    private void open(FilterConfig config) throws ServletException {
        ServletContext application = config.getServletContext();
        requireMapping(config);
        if (of(application).filter(TableauAuthFilter::isStarted).isPresent()) {
            throw new ServletException("This web application has two Vizgate filters. If your code adds one, set"
                    + " OAUTH_AUTO_REGISTER=false, so that the jar does not add its own.");
        }
        context = application;
        application.setAttribute(OWNER, this);
        start(config, application);
        components = Optional.of(Components.of(application));
        running = components.get().running();
        own = OwnServlets.of(application);
        own.shareIn(application);
        registration = application.getFilterRegistration(config.getFilterName());
        WebSocketGuard.warnIfMissing(config);
        isStarted = true;
    }

    /** Whether it has started, and not failed to. */
    boolean isStarted() {
        return isStarted;
    }

    /** The gate of a web application; one that failed to start refuses whatever it is given. */
    static Optional<TableauAuthFilter> of(ServletContext application) {
        return application.getAttribute(OWNER) instanceof TableauAuthFilter gate ? Optional.of(gate) : Optional.empty();
    }

    /** Whether a request is one that the container is to bring here. */
    boolean isMappedTo(HttpServletRequest request) {
        return registration == null || Registrations.covers(registration, request);
    }

    // Not asked earlier: while an application starts, some containers do not show the mappings of web.xml yet.
    private static void requireMapping(FilterConfig config) throws ServletException {
        FilterRegistration registration = config.getServletContext().getFilterRegistration(config.getFilterName());
        Optional<String> missing = Optional.ofNullable(registration).flatMap(Registrations::missingMapping);
        if (missing.isPresent()) {
            throw new ServletException(missing.get());
        }
    }

    private static void start(FilterConfig config, ServletContext application) throws ServletException {
        if (Components.find(application) != null) {
            return;
        }
        try {
            Components.start(
                    SettingsReader.read(ContextSettings.of(config), application.getContextPath()), application);
        } catch (ConfigurationException e) {
            throw new ServletException(e.getMessage(), e);
        }
    }

    @Override
    public final void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isStarted
                || !(request instanceof HttpServletRequest http)
                || !(response instanceof HttpServletResponse answer)) {
            throw new ServletException("Vizgate passes HTTP requests only, after it was started");
        }
        Optional<? extends ServletRequest> admitted = admit(http, answer);
        if (admitted.isPresent()) {
            running.ifPresent(RunningRequests::begin);
            try {
                chain.doFilter(admitted.get(), response);
                PeekedRequest.chainHasReturned(admitted.get());
            } finally {
                // Without a lambda, which would be an object for each request.
                if (running.isPresent()) {
                    running.get().end(request);
                }
            }
        }
    }

    private Optional<HttpServletRequest> admit(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getAttribute(CHECKED) == this) {
            return Optional.of(CallerRequest.again(request, response));
        }
        Optional<Doorway> door = components.flatMap(Components::door);
        if (door.isEmpty() || own.isTargetOf(request)) {
            return Optional.of(request);
        }
        Optional<HttpServletRequest> admitted = door.get().admit(request, response);
        if (admitted.isPresent()) {
            request.setAttribute(CHECKED, this);
        }
        return admitted;
    }

    @Override
    public void destroy() {
        if (context == null) {
            return;
        }
        if (context.getAttribute(OWNER) == this) {
            context.removeAttribute(OWNER);
        }
        OwnServlets.unshareIn(context);
        Components.closeUnlessListened(context);
    }
}
