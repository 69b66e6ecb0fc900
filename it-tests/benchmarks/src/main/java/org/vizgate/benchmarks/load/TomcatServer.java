package org.vizgate.benchmarks.load;

import java.nio.file.Files;
import java.util.Set;

import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.vizgate.servlet.VizgateInitializer;

/** Tomcat as it is by itself, on loopback; but with connections that stay open, as those of the others do. */
final class TomcatServer {
    private TomcatServer() {}

    static int start(boolean isGuarded, int port) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("vizgate-tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "app", new AppServlet()).addMapping(AppServlet.PATH);
        Tomcat.addServlet(context, "canned", new CannedServlet()).addMapping(CannedServlet.PATHS);
        if (isGuarded) {
            context.addServletContainerInitializer(new VizgateInitializer(), Set.of());
        }
        tomcat.start();
        return tomcat.getConnector().getLocalPort();
    }
}
