package org.vizgate.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

/** Adds a token to the requests of a client that knows of none. All else passes through: {@code Host} and {@code Origin} too. */
final class TokenProxy implements AutoCloseable {
    private static final int THREADS = 4;

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
                Forwarding.answer(exchange, Forwarding.ask(exchange, target, "Authorization", "Bearer " + accessToken));
            }
        });
        server.start();
        return origin().resolve(target.getPath());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
