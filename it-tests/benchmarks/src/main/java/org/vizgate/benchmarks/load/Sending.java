package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * A load being sent, by one thread: so cheap that the server is what is measured.
 *
 * <p>At a fixed rate an answer's time counts from when its request was due if no connection was free then, so that a slow
 * server is not spared the requests that it held up.
 */
final class Sending implements AutoCloseable {
    private static final String END = "\r\n\r\n";
    private static final long NANOS = 1_000_000_000L;
    private static final long MILLISECOND = 1_000_000L;

    private final Load load;
    private final Selector selector = Selector.open();
    private final List<ByteBuffer> requests = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private long[] times = new long[1 << 16];
    private int answers;
    private long others;
    private int next;

    Sending(Load load) throws IOException {
        this.load = load;
        for (String head : Files.readString(load.requests(), US_ASCII).split(END, -1)) {
            if (!head.isEmpty()) {
                requests.add(ByteBuffer.wrap((head + END).getBytes(US_ASCII)));
            }
        }
        for (int i = 0; i < load.connections(); i++) {
            idle.add(new Connection(selector, load.port(), load.source()));
        }
    }

    Measured during(int seconds) throws IOException {
        long start = System.nanoTime();
        long end = start + seconds * NANOS;
        long due = start;
        while (System.nanoTime() < end) {
            due = load.rate() == 0 ? sendToAll() : sendWhatIsDue(due);
            long pause = load.rate() == 0 ? Long.MAX_VALUE : Math.max(due, start) - System.nanoTime();
            if (pause >= MILLISECOND) {
                selector.select(this::answered, Math.min(pause, end - start) / MILLISECOND);
            } else {
                selector.selectNow(this::answered);
            }
        }
        long nanos = System.nanoTime() - start;
        Arrays.sort(times, 0, answers);
        return new Measured(answers, others, nanos, percentile(50), percentile(99));
    }

    /** Every request once; then it is over. */
    void each() throws IOException {
        for (int sent = 0; answers + others < requests.size(); ) {
            while (sent < requests.size() && !idle.isEmpty()) {
                idle.poll().send(following(), System.nanoTime());
                sent++;
            }
            selector.select(this::answered);
        }
        if (others > 0) {
            throw new IllegalStateException(others + " answers are not " + load.status());
        }
    }

    private long sendToAll() throws IOException {
        while (!idle.isEmpty()) {
            idle.poll().send(following(), System.nanoTime());
        }
        return 0;
    }

    /** @return when the next one is due */
    private long sendWhatIsDue(long firstDue) throws IOException {
        long due = firstDue;
        for (long now = System.nanoTime(); due <= now && !idle.isEmpty(); due += NANOS / load.rate()) {
            // A timer that wakes us late is our own fault; a connection that is not free is the server's.
            idle.poll().send(following(), now - due < 2 * MILLISECOND ? now : due);
        }
        return due;
    }

    private ByteBuffer following() {
        ByteBuffer request = requests.get(next);
        next = (next + 1) % requests.size();
        return request;
    }

    private void answered(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        try {
            int status = connection.receive();
            if (status != 0) {
                count(status, System.nanoTime() - connection.since());
                idle.add(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(int status, long nanos) {
        if (status != load.status()) {
            if (others++ == 0) {
                System.err.println("an answer is " + status + ", not " + load.status());
            }
            return;
        }
        if (answers == times.length) {
            times = Arrays.copyOf(times, 2 * times.length);
        }
        times[answers++] = nanos;
    }

    private long percentile(int percent) {
        return answers == 0 ? 0 : times[(int) ((answers - 1L) * percent / 100)];
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            ((Connection) key.attachment()).close();
        }
        selector.close();
    }
}
