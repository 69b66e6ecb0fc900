package org.vizgate.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An HTTP server on loopback that remembers what it was asked and answers what the test says. */
public final class LoopbackServer implements AutoCloseable {
    /** What arrived. */
    public record Received(String method, String target, Map<String, List<String>> headers, String body) {
        /** The first value of a header; empty if it was not sent. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    /** What to answer. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }

        public static Answer of(int status, String contentType, String body) {
            return new Answer(status, Map.of("Content-Type", contentType), body);
        }

        public static Answer redirect(int status, URI target) {
            return new Answer(status, Map.of("Location", target.toString()), "");
        }
    }

    private final HttpServer server;
    private final String scheme;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private LoopbackServer(HttpServer server, String scheme, Function<Received, Answer> answers) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    public static LoopbackServer answering(Answer answer) {
        return answering(request -> answer);
    }

    public static LoopbackServer answering(Function<Received, Answer> answers) {
        try {
            return new LoopbackServer(HttpServer.create(anyPort(), 0), "http", answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LoopbackServer overTls(SSLContext context, Answer answer) {
        return overTls(context, request -> answer);
    }

    /** Answers several requests at once, on threads of its own. */
    public static LoopbackServer overTls(SSLContext context, Function<Received, Answer> answers) {
        HttpsServer server = tlsServer();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "loopback-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        return new LoopbackServer(server, "https", answers);
    }

    private static HttpsServer tlsServer() {
        try {
            return HttpsServer.create(anyPort(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void answer(HttpExchange exchange, Function<Received, Answer> answers) throws IOException {
        try (exchange) {
            Received request = new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            received.add(request);
            Answer answer = answers.apply(request);
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Scheme, host and port. */
    public URI address() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI at(String pathAndQuery) {
        return URI.create(address() + pathAndQuery);
    }

    public List<Received> received() {
        return new ArrayList<>(received);
    }

    /** The one request that arrived. */
    public Received onlyRequest() {
        if (received.size() != 1) {
            throw new AssertionError("not one request but " + received.size());
        }
        return received.get(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
