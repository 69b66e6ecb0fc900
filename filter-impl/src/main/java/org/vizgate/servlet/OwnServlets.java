package org.vizgate.servlet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletRequest;

/** The endpoint servlets as the container has them: requests that it will give to one of them need no token. */
final class OwnServlets {
    private static final OwnServlets NONE = new OwnServlets(Set.of(), Set.of(), Set.of());
    private static final String BELOW = "/*";
    private static final String SHARED = "org.vizgate.own-servlets";

    private final Set<String> names;
    private final Set<String> paths;
    private final List<String> prefixes;

    private OwnServlets(Set<String> names, Set<String> paths, Set<String> prefixes) {
        this.names = names;
        this.paths = paths;
        this.prefixes = List.copyOf(prefixes);
    }

    static OwnServlets none() {
        return NONE;
    }

    static OwnServlets of(ServletContext context) {
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        Set<String> prefixes = new HashSet<>();
        for (ServletRegistration registration :
                context.getServletRegistrations().values()) {
            if (Registrations.isOf(registration, EndpointServlet.class)) {
                names.add(registration.getName());
                for (String mapping : registration.getMappings()) {
                    if (mapping.endsWith(BELOW)) {
                        prefixes.add(mapping.substring(0, mapping.length() - 1));
                    } else {
                        paths.add(mapping);
                    }
                }
            }
        }
        return new OwnServlets(names, paths, prefixes);
    }

    /** Spares others the search. */
    void shareIn(ServletContext context) {
        context.setAttribute(SHARED, this);
    }

    static void unshareIn(ServletContext context) {
        context.removeAttribute(SHARED);
    }

    static OwnServlets sharedIn(ServletContext context) {
        return context.getAttribute(SHARED) instanceof OwnServlets shared ? shared : of(context);
    }

    // The path is a quick look, the container's own mapping decides.
    boolean isTargetOf(HttpServletRequest request) {
        String path = Calls.path(request);
        return (paths.contains(path) || isBelowPrefix(path))
                && names.contains(request.getHttpServletMapping().getServletName());
    }

    private boolean isBelowPrefix(String path) {
        for (String prefix : prefixes) {
            if (path.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
