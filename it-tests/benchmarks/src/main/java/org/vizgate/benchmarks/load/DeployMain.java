package org.vizgate.benchmarks.load;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;

/**
 * A server that starts the web application in the directory that it is given, and then once more: how long that takes, and how
 * much of the processors, each a line. {@code bare} as the second argument leaves out what jars would do at the start.
 */
final class DeployMain {
    private static final Logger QUIET = Logger.getLogger("");
    private static final int STARTS = 2;

    private DeployMain() {}

    public static void main(String[] args) throws Exception {
        QUIET.setLevel(Level.SEVERE);
        Server server = new Server();
        server.start();
        for (int i = 0; i < STARTS; i++) {
            WebAppContext application = application(args[0], server);
            if (args[1].equals("bare")) {
                application.setAttribute(AnnotationConfiguration.SERVLET_CONTAINER_INITIALIZER_EXCLUSION_PATTERN, ".*");
            }
            Duration cpu = cpu();
            long start = System.nanoTime();
            application.start();
            long nanos = System.nanoTime() - start;
            System.out.println(nanos + " " + cpu().minus(cpu).toNanos());
            application.stop();
        }
        System.exit(0);
    }

    private static WebAppContext application(String directory, Server server) {
        WebAppContext application = new WebAppContext(directory, "/");
        application.addConfiguration(new AnnotationConfiguration());
        application.setThrowUnavailableOnStartupException(true);
        application.setServer(server);
        return application;
    }

    // Of the process, and not by its management bean: to ask that would load classes that the gate needs, too.
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
