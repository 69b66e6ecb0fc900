package org.vizgate.containers;

import java.net.URI;

import org.junit.jupiter.api.Assumptions;

/** The container of this run. */
final class Container {
    private Container() {}

    /** As the build names it: {@code tomcat11}, {@code jetty-ee10} and so on. */
    static String name() {
        return System.getProperty("arquillian.launch", "");
    }

    static boolean isTomcat() {
        return name().startsWith("tomcat");
    }

    static boolean isJetty() {
        return name().startsWith("jetty");
    }

    static boolean isWildFly() {
        return name().equals("wildfly");
    }

    static boolean isGlassFish() {
        return name().equals("glassfish");
    }

    /** Whether it runs in the process of the tests. */
    static boolean isEmbedded() {
        return isTomcat() || isJetty();
    }

    /** Without a path and without a slash at the end. */
    static URI address() {
        return URI.create("http://127.0.0.1:" + System.getProperty("it.http.port"));
    }

    /** Skips what this container cannot do, and says so. */
    static void skipUnless(boolean condition, String what, String why) {
        if (!condition) {
            System.err.println("SKIPPED on " + name() + ": " + what + ", because " + why);
            Assumptions.abort(why);
        }
    }
}
