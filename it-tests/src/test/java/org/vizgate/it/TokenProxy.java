package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Adds a token to the requests of a client that knows of none. All else passes through: {@code Host} and {@code Origin} too. */
final class TokenProxy implements AutoCloseable {
    private static final int THREADS = 4;
    /** What belongs to one connection, and an encoding that text would not survive. */
    private static final Set<String> LEFT_OUT = Set.of(
            "connection", "keep-alive", "content-length", "transfer-encoding", "accept-encoding", "upgrade", "date");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    private TokenProxy(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /** Takes a free port, and answers nobody yet. */
    static TokenProxy bind() {
        try {
            return new TokenProxy(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Begins to answer at the path of {@code target}; where that is. */
    URI serve(URI target, String accessToken) {
        server.createContext(target.getPath(), exchange -> {
            try (exchange) {
                forward(exchange, target, accessToken);
            }
        });
        server.start();
        return origin().resolve(target.getPath());
    }

    private static void forward(HttpExchange exchange, URI target, String accessToken) throws IOException {
        List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + accessToken));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isLeftOut(name)) {
                values.forEach(value -> headers.addAll(List.of(name, value)));
            }
        });
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        Answer answer = Http.send(exchange.getRequestMethod(), target, publisher, headers.toArray(String[]::new));
        answer.headers().forEach((name, values) -> {
            if (!isLeftOut(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] text = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
    }

    private static boolean isLeftOut(String header) {
        return LEFT_OUT.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
