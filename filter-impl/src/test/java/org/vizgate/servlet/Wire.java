package org.vizgate.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** One HTTP request, byte by byte as a test wants it, and its answer. */
final class Wire {
    static final String HOST = "gate.example";

    private final String line;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = new byte[0];
    private boolean isInPieces;

    private Wire(String line) {
        this.line = line;
    }

    static Wire get(String target) {
        return request("GET", target);
    }

    static Wire request(String method, String target) {
        return new Wire(method + " " + target + " HTTP/1.1");
    }

    static Wire form(String target, String form) {
        return request("POST", target)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .body(form);
    }

    Wire with(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    Wire bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Wire body(String text) {
        body = text.getBytes(UTF_8);
        return this;
    }

    Wire body(byte[] bytes) {
        body = bytes.clone();
        return this;
    }

    /** The body in chunks of one to three bytes. */
    Wire chunked(String text) {
        StringBuilder chunks = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + 1 + at % 3);
            chunks.append(end - at).append("\r\n").append(text, at, end).append("\r\n");
            at = end;
        }
        return with("Transfer-Encoding", "chunked").body(chunks + "0\r\n\r\n");
    }

    /** Sends the body only when the server begins to wait for it, and then little by little. */
    Wire inPieces() {
        isInPieces = true;
        return with("Expect", "100-continue");
    }

    Answer to(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(head().getBytes(ISO_8859_1));
            if (isInPieces) {
                sendInPieces(socket);
            } else {
                socket.getOutputStream().write(body);
            }
            socket.getOutputStream().flush();
            return new Answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sendInPieces(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        String interim = "HTTP/1.1 100 Continue\r\n\r\n";
        String received = new String(socket.getInputStream().readNBytes(interim.length()), UTF_8);
        if (!received.equals(interim)) {
            throw new AssertionError("nobody waits for the body: " + received);
        }
        for (byte each : body) {
            socket.getOutputStream().write(each);
            socket.getOutputStream().flush();
        }
    }

    private String head() {
        List<String> lines = new ArrayList<>(List.of(line));
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            lines.add("Host: " + HOST);
        }
        if (headers.stream().noneMatch(header -> header.startsWith("Connection:"))) {
            lines.add("Connection: close");
        }
        if (body.length > 0 && headers.stream().noneMatch(header -> header.startsWith("Transfer-Encoding:"))) {
            lines.add("Content-Length: " + body.length);
        }
        lines.addAll(headers);
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /** What came back. */
    record Answer(String text) {
        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        private String head() {
            return text.substring(0, text.indexOf("\r\n\r\n"));
        }

        /** As it was sent, chunks and all. */
        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        List<String> headers(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return head().lines()
                    .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(header -> header.substring(start.length()).strip())
                    .toList();
        }

        /** The one header of this name; empty if there is none. */
        String header(String name) {
            List<String> all = headers(name);
            if (all.size() > 1) {
                throw new AssertionError(name + " is there more than once: " + all);
            }
            return all.isEmpty() ? "" : all.get(0);
        }

        /** Whether the application saw the request. */
        boolean reachedApplication() {
            return text.contains("reached=");
        }

        boolean says(String lineOfReport) {
            return body().lines().anyMatch(lineOfReport::equals);
        }
    }
}
