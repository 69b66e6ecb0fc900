package org.vizgate.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A request whose target is sent as it is written: HTTP clients tidy up, or refuse, what attackers send. */
final class RawRequest {
    private static final int PATIENCE_MS = 30_000;

    private RawRequest() {}

    /** Status and all, as text. */
    static Reply get(URI server, String target, String... headers) {
        StringBuilder request = new StringBuilder(
                "GET " + target + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(ISO_8859_1));
            return new Reply(new String(socket.getInputStream().readAllBytes(), ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Reply(String text) {
        int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }
    }
}
