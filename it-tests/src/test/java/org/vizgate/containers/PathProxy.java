package org.vizgate.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;

/** A reverse proxy that publishes an application under another path, and changes nothing else. */
final class PathProxy implements AutoCloseable {
    private static final int THREADS = 4;
    private static final Set<String> OF_A_CONNECTION = Set.of(
            "connection", "keep-alive", "content-length", "transfer-encoding", "upgrade", "http2-settings", "date");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final String publicPath;
    private final URI application;

    private PathProxy(HttpServer server, String publicPath, URI application) {
        this.server = server;
        this.publicPath = publicPath;
        this.application = application;
    }

    static PathProxy start(String publicPath, URI application) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PathProxy proxy = new PathProxy(server, publicPath, application);
            server.setExecutor(proxy.threads);
            server.createContext("/", proxy::forward);
            server.start();
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the application is for the world. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + publicPath);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            if (!target.startsWith(publicPath + "/")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            List<String> headers = new ArrayList<>();
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!isOfAConnection(name)) {
                    values.forEach(value -> headers.addAll(List.of(name, value)));
                }
            });
            Answer answer = Http.send(
                    exchange.getRequestMethod(),
                    URI.create(application + target.substring(publicPath.length())),
                    BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()),
                    headers.toArray(String[]::new));
            send(answer, exchange);
        }
    }

    private static void send(Answer answer, HttpExchange exchange) throws IOException {
        answer.headers().forEach((name, values) -> {
            if (!isOfAConnection(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static boolean isOfAConnection(String header) {
        return OF_A_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
