package org.vizgate.servlet;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Leads requests for WebSockets to the gate. Containers open them in a filter of their own. Jetty's is in front of the filters of
 * web.xml and of annotations, and Tomcat's in front of those that code maps to the end: none of these would be asked. This one
 * is in front of the container's, and asks the gate about what the gate is mapped to.
 */
final class WebSocketGuard implements Filter {
    private static final String NAME = "vizgate-websockets";
    private static final String OPENER = ".WebSocketUpgradeFilter";
    private static final Logger LOG = System.getLogger(WebSocketGuard.class.getName());

    private final ServletContext context;

    private WebSocketGuard(ServletContext context) {
        this.context = context;
    }

    /**
     * Guards a web application whose gate may not be in front of the container's filter.
     *
     * @param gate as declared; empty if code may add one later, of which nobody knows where
     */
    static void addTo(ServletContext context, Optional<? extends FilterRegistration> gate) {
        if ((gate.isEmpty() || Containers.isJetty(context)) && context.getFilterRegistration(NAME) == null) {
            FilterRegistration.Dynamic filter = context.addFilter(NAME, new WebSocketGuard(context));
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }

    /** Warns where a gate stands that nothing of the initializer's is in front of. */
    static void warnIfMissing(FilterConfig gate) {
        ServletContext context = gate.getServletContext();
        if (!Containers.isJetty(context)
                || gate.getFilterName().equals(VizgateInitializer.NAME)
                || context.getFilterRegistration(NAME) != null) {
            return;
        }
        boolean opens = context.getFilterRegistrations().values().stream()
                .map(FilterRegistration::getClassName)
                .anyMatch(name -> name != null && name.endsWith(OPENER));
        if (opens) {
            LOG.log(
                    Level.WARNING,
                    "Jetty may open WebSockets without asking the gate: its filter for them is in front of those of"
                            + " web.xml and of annotations, and Vizgate's initializer, which sees to that, was not run."
                            + " A web.xml with absolute-ordering must name the fragment vizgate.");
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<TableauAuthFilter> gate = request instanceof HttpServletRequest http && mayOpen(http)
                ? TableauAuthFilter.of(context).filter(found -> found.isMappedTo(http))
                : Optional.empty();
        if (gate.isPresent()) {
            gate.get().doFilter(request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    // An upgrade of HTTP/1.1 (RFC 6455 section 4.1), or the CONNECT of HTTP/2 (RFC 8441 section 4).
    private static boolean mayOpen(HttpServletRequest request) {
        return request.getHeader("Upgrade") != null || request.getMethod().equals("CONNECT");
    }
}
