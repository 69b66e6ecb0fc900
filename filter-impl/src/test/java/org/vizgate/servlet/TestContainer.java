package org.vizgate.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;

/** A Jetty on loopback with web applications in it. */
final class TestContainer implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector;

    private TestContainer(boolean lenient, TestApp... apps) {
        HttpConfiguration http = new HttpConfiguration();
        http.setRequestHeaderSize(32 * 1024);
        if (lenient) {
            http.setUriCompliance(UriCompliance.UNSAFE);
        }
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ContextHandler[] contexts = Arrays.stream(apps)
                .map(app -> app.deployedFrom(emptyDirectory()))
                .map(context -> leniently(context, lenient))
                .toArray(ContextHandler[]::new);
        server.setHandler(new ContextHandlerCollection(contexts));
    }

    private static WebAppContext leniently(WebAppContext context, boolean lenient) {
        context.getServletHandler().setDecodeAmbiguousURIs(lenient);
        return context;
    }

    private static Path emptyDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "app");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestContainer with(TestApp... apps) {
        return started(new TestContainer(false, apps));
    }

    /** One that lets every address through to the application, however it is written. */
    static TestContainer lenientWith(TestApp... apps) {
        return started(new TestContainer(true, apps));
    }

    private static TestContainer started(TestContainer container) {
        try {
            container.server.start();
            return container;
        } catch (Exception e) {
            container.close();
            throw new StartFailure(e);
        }
    }

    Wire.Answer answerTo(Wire request) {
        return request.to(connector.getLocalPort());
    }

    void restartApplications() throws Exception {
        for (Handler each : ((ContextHandlerCollection) server.getHandler()).getHandlers()) {
            each.stop();
            each.start();
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a container says when an application does not start. */
    static final class StartFailure extends RuntimeException {
        StartFailure(Throwable cause) {
            super(wholeOf(cause), cause);
        }

        private static String wholeOf(Throwable cause) {
            return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
                    .map(String::valueOf)
                    .collect(Collectors.joining("\n"));
        }
    }
}
