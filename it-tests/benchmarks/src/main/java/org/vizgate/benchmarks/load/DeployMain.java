package org.vizgate.benchmarks.load;

import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.jetty.ee10.annotations.AnnotationConfiguration;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.Server;

/** A server that has nothing but the web application in the directory that it is given: how long that takes to start. */
final class DeployMain {
    private static final Logger QUIET = Logger.getLogger("");

    private DeployMain() {}

    public static void main(String[] args) throws Exception {
        QUIET.setLevel(Level.SEVERE);
        Server server = new Server();
        server.start();
        WebAppContext application = new WebAppContext(args[0], "/");
        application.addConfiguration(new AnnotationConfiguration());
        application.setThrowUnavailableOnStartupException(true);
        application.setServer(server);
        long start = System.nanoTime();
        application.start();
        System.out.println(System.nanoTime() - start);
        System.exit(0);
    }
}
