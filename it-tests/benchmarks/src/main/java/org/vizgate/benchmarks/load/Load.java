package org.vizgate.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * What is sent: GET requests by turns, over connections that stay open.
 *
 * @param requests a file: heads of requests, each with the empty line that ends it
 * @param source the address to come from
 * @param rate requests in a second; 0 for the next one as soon as one is answered
 * @param status that every answer should have
 */
record Load(int port, Path requests, String source, int connections, int rate, int status) {
    private static final int USUAL_CONNECTIONS = 32;

    /** As much as the server answers. */
    static Load full(URI server, String path, List<String> tokens, int status) {
        return new Load(server.getPort(), file(server, path, tokens), "127.0.0.1", USUAL_CONNECTIONS, 0, status);
    }

    /** So many in a second. */
    static Load steady(URI server, String path, List<String> tokens, String source, int rate, int status) {
        return new Load(server.getPort(), file(server, path, tokens), source, USUAL_CONNECTIONS, rate, status);
    }

    private static Path file(URI server, String path, List<String> tokens) {
        StringBuilder text = new StringBuilder();
        String start = "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n";
        if (tokens.isEmpty()) {
            text.append(start).append("\r\n");
        }
        for (String token : tokens) {
            text.append(start).append("Authorization: Bearer ").append(token).append("\r\n\r\n");
        }
        try {
            Path file = Files.createTempFile("vizgate-requests", ".txt");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text, US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String line(int seconds) {
        return String.join(
                " ",
                Integer.toString(port),
                requests.toString(),
                source,
                Integer.toString(connections),
                Integer.toString(rate),
                Integer.toString(status),
                Integer.toString(seconds));
    }

    static Load read(String[] words) {
        return new Load(
                Integer.parseInt(words[0]),
                Path.of(words[1]),
                words[2],
                Integer.parseInt(words[3]),
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]));
    }
}
