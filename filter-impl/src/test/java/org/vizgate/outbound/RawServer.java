package org.vizgate.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A server on loopback that answers with bytes, whether they are HTTP or not. */
final class RawServer implements AutoCloseable {
    /** Writes an answer; the request's head has been read. */
    interface Script {
        void run(OutputStream out) throws Exception;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();

    RawServer(Script script) throws IOException {
        Thread thread = new Thread(() -> serve(script), "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Script script) {
        while (!socket.isClosed()) {
            try (Socket peer = socket.accept()) {
                connections.incrementAndGet();
                readHead(peer.getInputStream());
                script.run(peer.getOutputStream());
            } catch (Exception e) {
                // The client hung up, or the test is over: on to the next connection.
            }
        }
    }

    /** Up to the empty line; of anything that is no request, such as a TLS greeting, one byte. */
    static void readHead(InputStream in) throws IOException {
        int next = in.read();
        boolean request = Character.isLetter(next);
        for (int newLines = 0; request && next >= 0 && newLines < 2; next = newLines < 2 ? in.read() : next) {
            newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    /** Writes one byte every 50 ms until the peer hangs up. */
    static void drip(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            write(out, "x");
            Thread.sleep(50);
        }
    }

    int connections() {
        return connections.get();
    }

    URI address(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
