package org.vizgate.sample.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/**
 * One web application on one port.
 *
 * <p>In two steps, because the application's settings name the port: {@link #open} takes it, {@link #deploy} runs the
 * application there.
 */
final class SampleServer implements AutoCloseable {
    private static final int REQUEST_HEADER_BYTES = 16 * 1024;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final Server server = new Server();
    private final ServerConnector connector;
    private final String host;
    private final String contextPath;

    private SampleServer(String host, int port, String contextPath) {
        this.host = host;
        this.contextPath = contextPath;
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(REQUEST_HEADER_BYTES);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(tightLipped(new ErrorHandler()));
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
    }

    /** Takes the port; nobody is answered yet. */
    static SampleServer open(String host, int port, String contextPath) throws IOException {
        SampleServer sample = new SampleServer(host, port, contextPath);
        sample.connector.open();
        return sample;
    }

    /** Where the application is reached, without a trailing slash. */
    URI base() {
        int port = connector.getLocalPort();
        String path = contextPath.equals("/") ? "" : contextPath;
        return URI.create("http://" + reachable(host) + (port == 80 ? "" : ":" + port) + path);
    }

    /**
     * Runs {@code war} and returns when it answers requests.
     *
     * @param libraries jars that the application sees as if they were in its {@code WEB-INF/lib}
     */
    void deploy(Path war, Path work, List<Path> libraries, Map<String, String> contextParameters) throws Exception {
        WebAppContext application = new WebAppContext();
        application.setContextPath(contextPath);
        application.setWar(war.toUri().toString());
        application.setTempDirectory(work.resolve("application").toFile());
        application.setErrorHandler(tightLipped(new ErrorPageErrorHandler()));
        application.setThrowUnavailableOnStartupException(true);
        application.setInitParameter("org.eclipse.jetty.servlet.Default.dirAllowed", "false");
        // The stand-in's JSON library is not the application's, which brings its own.
        application.getHiddenClassMatcher().add("jakarta.json.", "org.eclipse.parsson.");
        // The application logs through the server's binding; two copies of this API would not know each other.
        application.getProtectedClassMatcher().add("org.slf4j.");
        application.setExtraClasspath(libraries.stream()
                .map(library -> ResourceFactory.of(application).newResource(library))
                .toList());
        contextParameters.forEach(application::setInitParameter);
        server.setHandler(new GracefulHandler(application));
        server.start();
    }

    /** Waits until somebody closes this server. */
    void join() throws InterruptedException {
        server.join();
    }

    /** Lets running requests end, for a few seconds. */
    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException("the server did not stop cleanly", e);
        } finally {
            connector.close();
        }
    }

    /** What to write into a URL: a wildcard is an address to listen on, not one to go to. */
    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::", "[::]" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }

    private static <E extends ErrorHandler> E tightLipped(E errors) {
        errors.setShowStacks(false);
        errors.setShowCauses(false);
        errors.setShowOrigin(false);
        return errors;
    }
}
