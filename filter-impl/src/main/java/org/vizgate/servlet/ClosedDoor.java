package org.vizgate.servlet;

import java.io.IOException;
import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Refuses every request to a web application whose gate could not start. Most containers do not start such an application; Open
 * Liberty only warns when an initializer fails (CWWWC0001W), and would serve it without a gate.
 */
final class ClosedDoor implements Filter {
    private static final String NAME = "vizgate-closed";

    /** In front of everything that is mapped later. */
    static void addTo(ServletContext context) {
        FilterRegistration.Dynamic filter = context.addFilter(NAME, new ClosedDoor());
        if (filter != null) {
            filter.setAsyncSupported(true);
            filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException {
        // Not sendError: an error page is the application's, too.
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        answer.setContentType("text/plain;charset=UTF-8");
        answer.setHeader("Cache-Control", "no-store");
        answer.getWriter().println("Not available: its protection could not start. The server's log says why.");
    }
}
