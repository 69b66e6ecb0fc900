package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * One address in front of several nodes, without sticky sessions: each request goes to the next node. A node that is gone is
 * a 502, as with any proxy; what becomes of the request is the client's business.
 */
final class Balancer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Balancer::daemon);
    private final List<URI> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Consumer<Answer> witness;

    private Balancer(HttpServer server, Consumer<Answer> witness) {
        this.server = server;
        this.witness = witness;
        server.setExecutor(threads);
        server.createContext("/", this::forward);
        server.start();
    }

    /** Takes a free port, so that nodes can be told the address that they share. */
    static Balancer start() {
        return watched(answer -> {});
    }

    /** @param witness sees what the nodes answer */
    static Balancer watched(Consumer<Answer> witness) {
        try {
            return new Balancer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), witness);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "balancer");
        thread.setDaemon(true);
        return thread;
    }

    URI origin() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on the requests go to these, in turn. */
    void nodes(URI... bases) {
        nodes.clear();
        nodes.addAll(List.of(bases));
        turn.set(0);
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<URI> now = List.copyOf(nodes);
            URI node = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            Forwarding.answer(
                    exchange,
                    asked(exchange, URI.create(node + exchange.getRequestURI().toString())));
        }
    }

    private Answer asked(HttpExchange exchange, URI target) throws IOException {
        try {
            Answer answer = Forwarding.ask(exchange, target);
            witness.accept(answer);
            return answer;
        } catch (UncheckedIOException e) {
            return new Answer(502, Map.of("content-type", List.of("text/plain")), "the node is gone");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
