package org.vizgate.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A proxy on loopback that tunnels every CONNECT to one port, whatever host is asked for. */
final class TunnelProxy implements AutoCloseable {
    private static final byte[] ESTABLISHED = "HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII);

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger tunnels = new AtomicInteger();

    TunnelProxy(int target) throws IOException {
        inBackground(() -> {
            while (!socket.isClosed()) {
                tunnel(socket.accept(), target);
            }
        });
    }

    private void tunnel(Socket client, int target) throws IOException {
        RawServer.readHead(client.getInputStream());
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        tunnels.incrementAndGet();
        client.getOutputStream().write(ESTABLISHED);
        inBackground(() -> copy(client, server));
        inBackground(() -> copy(server, client));
    }

    private static void copy(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side hung up.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int tunnels() {
        return tunnels.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
