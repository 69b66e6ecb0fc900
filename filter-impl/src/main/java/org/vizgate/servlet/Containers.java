package org.vizgate.servlet;

import jakarta.servlet.ServletContext;

/** Which container a web application is in, as far as containers differ in what the specification leaves open. */
final class Containers {
    private Containers() {}

    // By its classes: what it says of itself can be set.
    static boolean isJetty(ServletContext context) {
        return context.getClass().getName().startsWith("org.eclipse.jetty.")
                || String.valueOf(context.getServerInfo()).startsWith("jetty/");
    }

    /** Whether it has made every filter before the first request comes. Undertow and Open Liberty make one when it is needed. */
    static boolean makesFiltersAtStart(ServletContext context) {
        return context.getClass().getName().startsWith("org.apache.catalina.");
    }

    /** Whether it is known to serve no application of which a filter has failed to start. In doubt it is not. */
    static boolean endsWithItsFilters(ServletContext context) {
        // GlassFish has classes of the same names as Tomcat.
        return isJetty(context) || String.valueOf(context.getServerInfo()).startsWith("Apache Tomcat/");
    }
}
