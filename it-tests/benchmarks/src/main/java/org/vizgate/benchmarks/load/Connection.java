package org.vizgate.benchmarks.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection that stays open: a request, its answer, the next request. Reads of an answer only what it must. */
final class Connection {
    private static final byte[] LENGTH = {'c', 'o', 'n', 't', 'e', 'n', 't', '-', 'l', 'e', 'n', 'g', 't', 'h', ':'};
    private static final int LOWER_CASE = 0x20;

    private final SocketChannel channel;
    private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
    private final byte[] head = new byte[64 * 1024];
    private long since;
    private boolean isBusy;

    Connection(Selector selector, int port, String source) throws IOException {
        channel = SocketChannel.open();
        channel.bind(new InetSocketAddress(source, 0));
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.socket().setTcpNoDelay(true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    boolean isBusy() {
        return isBusy;
    }

    /** Sends a request that counts from {@code start}, a time of {@link System#nanoTime}. */
    void send(ByteBuffer request, long start) throws IOException {
        since = start;
        isBusy = true;
        ByteBuffer bytes = request.duplicate();
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    long since() {
        return since;
    }

    /** The status of the answer, if all of it has come; otherwise 0. */
    int receive() throws IOException {
        if (channel.read(received) < 0) {
            throw new EOFException("the server closed a connection");
        }
        int size = received.position();
        received.get(0, head, 0, size);
        int body = bodyStart(size);
        if (body < 0 || size < body + contentLength(body)) {
            return 0;
        }
        received.clear();
        isBusy = false;
        return (head[9] - '0') * 100 + (head[10] - '0') * 10 + head[11] - '0';
    }

    private int bodyStart(int size) {
        for (int i = 3; i < size; i++) {
            if (head[i] == '\n' && head[i - 1] == '\r' && head[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int contentLength(int end) {
        for (int line = 0; line < end; line++) {
            if (head[line] == '\n' && startsWithLength(line + 1)) {
                int length = 0;
                for (int i = line + 1 + LENGTH.length; head[i] != '\r'; i++) {
                    length = head[i] == ' ' ? length : length * 10 + head[i] - '0';
                }
                return length;
            }
        }
        return 0;
    }

    private boolean startsWithLength(int start) {
        for (int i = 0; i < LENGTH.length; i++) {
            if ((head[start + i] | LOWER_CASE) != (LENGTH[i] | LOWER_CASE)) {
                return false;
            }
        }
        return true;
    }

    void close() throws IOException {
        channel.close();
    }
}
