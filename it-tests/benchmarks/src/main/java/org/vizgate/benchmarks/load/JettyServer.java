package org.vizgate.benchmarks.load;

import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.vizgate.servlet.VizgateInitializer;

/** Jetty as it is by itself, on loopback. */
final class JettyServer {
    private JettyServer() {}

    static int start(boolean isGuarded, int port) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(new HttpConfiguration()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new AppServlet()), AppServlet.PATH);
        context.addServlet(new ServletHolder(new CannedServlet()), CannedServlet.PATHS);
        if (isGuarded) {
            context.addServletContainerInitializer(new VizgateInitializer(), new Class<?>[0]);
        }
        server.setHandler(context);
        server.start();
        return connector.getLocalPort();
    }
}
