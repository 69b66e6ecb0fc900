package org.vizgate.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Between an application and Tableau: it passes everything on, and knows how many connections are open. */
final class TableauRelay implements AutoCloseable {
    private final URI tableau;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    private TableauRelay(URI tableau, ServerSocket server) {
        this.tableau = tableau;
        this.server = server;
    }

    static TableauRelay start(URI tableau) {
        try {
            TableauRelay relay = new TableauRelay(tableau, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            relay.threads.execute(relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Connections that the application has not closed. */
    int open() {
        return open.get();
    }

    /** Connections so far. */
    int made() {
        return made.get();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket application = server.accept();
                sockets.add(application);
                open.incrementAndGet();
                made.incrementAndGet();
                threads.execute(() -> connect(application));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void connect(Socket application) {
        try (application;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), tableau.getPort())) {
            sockets.add(far);
            threads.execute(() -> pump(far, application));
            application.getInputStream().transferTo(far.getOutputStream());
        } catch (IOException e) {
            // One of the two has closed; so does the other.
        } finally {
            open.decrementAndGet();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // As above.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
