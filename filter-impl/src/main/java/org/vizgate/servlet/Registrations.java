package org.vizgate.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Registration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;

import org.vizgate.access.PathPattern;

/** What a container's registrations are made of. */
final class Registrations {
    private static final String BELOW = "/*";

    private Registrations() {}

    /** Whether the application, or somebody before, has a servlet of {@code type}. */
    static boolean hasServlet(Class<? extends EndpointServlet> type, ServletContext context) {
        for (ServletRegistration registration :
                context.getServletRegistrations().values()) {
            if (isOf(registration, type)) {
                return true;
            }
        }
        return false;
    }

    /** The gate that the application, or somebody before, has registered; as far as that is known yet. */
    static Optional<FilterRegistration> gate(ServletContext context) {
        List<FilterRegistration> gates = gates(context);
        return gates.isEmpty() ? Optional.empty() : Optional.of(gates.get(0));
    }

    /** Every gate that is registered, by whomever. */
    static List<FilterRegistration> gates(ServletContext context) {
        List<FilterRegistration> gates = new ArrayList<>();
        for (FilterRegistration registration : context.getFilterRegistrations().values()) {
            if (isOf(registration, TableauAuthFilter.class)) {
                gates.add(registration);
            }
        }
        return gates;
    }

    /** Whether a registered class is {@code type} or extends it. */
    static boolean isOf(Registration registration, Class<?> type) {
        String className = registration.getClassName();
        if (className == null) {
            return false;
        }
        ClassLoader applications = Thread.currentThread().getContextClassLoader();
        try {
            return type.isAssignableFrom(Class.forName(className, false, applications));
        } catch (ClassNotFoundException | LinkageError e) {
            // A class that cannot be loaded is not one of ours; the container tells about it when it needs it.
            return false;
        }
    }

    /** Why a filter would protect nothing, for an administrator. */
    static Optional<String> missingMapping(FilterRegistration filter) {
        boolean isMapped = !filter.getUrlPatternMappings().isEmpty()
                || !filter.getServletNameMappings().isEmpty();
        return isMapped
                ? Optional.empty()
                : Optional.of("The filter " + filter.getName()
                        + " is declared without a filter-mapping, so it would protect nothing. Map it to /* .");
    }

    /** Whether a filter is mapped to what is requested; in doubt it is. */
    static boolean covers(FilterRegistration filter, HttpServletRequest request) {
        String path = Calls.path(request);
        Collection<String> servlets = filter.getServletNameMappings();
        HttpServletMapping target = request.getHttpServletMapping();
        return filter.getUrlPatternMappings().stream().anyMatch(pattern -> matches(pattern, path))
                || servlets.contains("*")
                || (target != null && servlets.contains(target.getServletName()));
    }

    private static boolean matches(String pattern, String path) {
        try {
            return pattern.equals("/") || PathPattern.parse(pattern).matches(path);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /** The name and class of the servlet that has exactly this mapping, for an administrator. */
    static String at(String mapping, ServletContext context) {
        for (ServletRegistration registration :
                context.getServletRegistrations().values()) {
            if (registration.getMappings().contains(mapping)) {
                return registration.getName() + " (" + registration.getClassName() + ")";
            }
        }
        return "that is unknown here";
    }

    /** Whether a servlet has a mapping for {@code path}, or for everything below a path that leads to it. */
    static boolean isCovered(String path, ServletContext context) {
        for (ServletRegistration registration :
                context.getServletRegistrations().values()) {
            for (String mapping : registration.getMappings()) {
                if (covers(mapping, path)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean covers(String mapping, String path) {
        return mapping.equals(path)
                || (mapping.length() > BELOW.length()
                        && mapping.endsWith(BELOW)
                        && path.startsWith(mapping.substring(0, mapping.length() - 1)));
    }
}
