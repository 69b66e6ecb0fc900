package org.vizgate.containers.app;

import java.io.IOException;
import java.util.Collection;

import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells which filters and servlets the container has: kind, class, and where. */
@WebServlet("/api/registrations")
public class RegistrationsServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletContext context = getServletContext();
        StringBuilder lines = new StringBuilder();
        context.getFilterRegistrations()
                .values()
                .forEach(filter -> add(lines, "filter", filter, filter.getUrlPatternMappings()));
        context.getServletRegistrations()
                .values()
                .forEach(servlet -> add(lines, "servlet", servlet, servlet.getMappings()));
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(lines);
    }

    private static void add(StringBuilder lines, String kind, Registration registration, Collection<String> mappings) {
        lines.append(kind)
                .append(' ')
                .append(registration.getClassName())
                .append(' ')
                .append(mappings.stream().sorted().toList())
                .append('\n');
    }
}
