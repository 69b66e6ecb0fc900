package org.vizgate.benchmarks.load;

/** Which server. */
enum ServerKind {
    JETTY {
        @Override
        int start(boolean isGuarded, int port) throws Exception {
            return JettyServer.start(isGuarded, port);
        }

        @Override
        String classPath() {
            return ClassPath.of(jar -> !jar.startsWith("tomcat-"));
        }

        @Override
        String version() {
            return "Jetty " + org.eclipse.jetty.util.Jetty.VERSION + " (EE 10)";
        }
    },
    TOMCAT {
        @Override
        int start(boolean isGuarded, int port) throws Exception {
            return TomcatServer.start(isGuarded, port);
        }

        // Tomcat has the Servlet API in it, another version than Jetty.
        @Override
        String classPath() {
            return ClassPath.of(jar -> !jar.startsWith("jetty-") && !jar.startsWith("jakarta.servlet-"));
        }

        @Override
        String version() {
            return org.apache.catalina.util.ServerInfo.getServerInfo();
        }
    };

    /** @return the port */
    abstract int start(boolean isGuarded, int port) throws Exception;

    abstract String classPath();

    abstract String version();
}
