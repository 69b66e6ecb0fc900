package org.vizgate.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Strangers ask and go away: what they asked for must not stay. Run by hand, for it takes minutes; its name keeps it out of
 * the build. The heap is that of the sample's process, after a full garbage collection that is asked for with {@code jcmd}.
 */
@ExtendWith(ShowOutput.class)
class HeapLoad {
    private static final int AUTHORIZE = Integer.getInteger("it.load.authorize", 200_000);
    private static final int REGISTER = Integer.getInteger("it.load.register", 50_000);
    private static final int WARM_UP = 5_000;
    private static final int CONNECTIONS = 4;
    /** Six bytes for each request of a hundred thousand would be more. */
    private static final long ALLOWED_KIB = 512;

    private static final Pattern USED = Pattern.compile("(?:generation|heap)\\s+total \\d+K, used (\\d+)K");

    @Test
    @DisplayName("A32 A61: hundreds of thousands of anonymous requests leave the heap where it was")
    void anonymousRequests_leaveNothing() {
        try (Sample sample = Sample.builder().set("OAUTH_RATE_LIMIT", "off").start()) {
            String client = OAuthClient.register(sample).id();
            flood("warm-up", sample, WARM_UP, number -> authorization(client, number), 200);
            flood("warm-up", sample, WARM_UP, HeapLoad::registration, 201);

            long before = heap(sample);
            flood("authorize", sample, AUTHORIZE / 2, number -> authorization(client, number), 200);
            long half = heap(sample);
            flood("authorize", sample, AUTHORIZE - AUTHORIZE / 2, number -> authorization(client, number), 200);
            long whole = heap(sample);
            flood("register", sample, REGISTER, HeapLoad::registration, 201);
            long registered = heap(sample);

            say("KiB of heap after GC: %d before, %d after half of authorize, %d after all of it, %d after register"
                    .formatted(before, half, whole, registered));
            assertThat(half - before).isLessThan(ALLOWED_KIB);
            // What the start has left behind may be gone by now, and would hide what these have left.
            assertThat(whole - half).isLessThan(ALLOWED_KIB);
            assertThat(registered - whole).isLessThan(ALLOWED_KIB);
        }
    }

    private static String authorization(String client, int number) {
        return "GET /oauth/authorize?response_type=code&client_id=" + client + "&state=state-" + number
                + "&code_challenge_method=S256&code_challenge="
                + Pkce.random().challenge() + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static String registration(int number) {
        String body = "{\"client_name\":\"Client " + number + "\",\"redirect_uris\":[\"http://127.0.0.1/cb/" + number
                + "\"],\"token_endpoint_auth_method\":\"none\"}";
        return "POST /oauth/register HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static void flood(String name, Sample sample, int count, IntFunction<String> request, int expected) {
        Instant start = Instant.now();
        AtomicInteger next = new AtomicInteger();
        Together.times(CONNECTIONS, () -> {
            try (Connection connection = new Connection(sample.base())) {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    assertThat(connection.statusOf(request.apply(number))).isEqualTo(expected);
                }
            }
            return count;
        });
        say("%s: %d requests in %d s"
                .formatted(name, count, Duration.between(start, Instant.now()).toSeconds()));
    }

    private static long heap(Sample sample) {
        jcmd(sample, "GC.run");
        jcmd(sample, "GC.run");
        String info = jcmd(sample, "GC.heap_info");
        long used = USED.matcher(info)
                .results()
                .mapToLong(part -> Long.parseLong(part.group(1)))
                .sum();
        assertThat(used).as(info).isPositive();
        return used;
    }

    private static String jcmd(Sample sample, String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            String.valueOf(sample.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.out.println(line);
    }

    /** One connection for many requests: an HTTP client would be most of the load. */
    private static final class Connection implements AutoCloseable {
        private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *(\\d+)");

        private final Socket socket;
        private final InputStream answers;

        Connection(URI server) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
            socket.setSoTimeout(60_000);
            socket.setTcpNoDelay(true);
            answers = new BufferedInputStream(socket.getInputStream());
        }

        int statusOf(String request) throws IOException {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            StringBuilder head = new StringBuilder(512);
            while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
                int octet = answers.read();
                if (octet < 0) {
                    throw new IOException("the connection ended after " + head);
                }
                head.append((char) octet);
            }
            int length = LENGTH.matcher(head)
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)))
                    .findFirst()
                    .orElse(0);
            answers.skipNBytes(length);
            return Integer.parseInt(head.substring(9, 12));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
