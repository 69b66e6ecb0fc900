package org.vizgate.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.sun.net.httpserver.HttpExchange;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a proxy does with a request and its answer: it passes everything on, {@code Host} and {@code Origin} too. */
final class Forwarding {
    /** What belongs to one connection, and an encoding that text would not survive. */
    private static final Set<String> LEFT_OUT = Set.of(
            "connection", "keep-alive", "content-length", "transfer-encoding", "accept-encoding", "upgrade", "date");

    private Forwarding() {}

    /** Asks {@code target} what {@code exchange} was asked, with more headers. */
    static Answer ask(HttpExchange exchange, URI target, String... more) throws IOException {
        List<String> headers = new ArrayList<>(List.of(more));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isLeftOut(name)) {
                values.forEach(value -> headers.addAll(List.of(name, value)));
            }
        });
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        BodyPublisher publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return Http.send(exchange.getRequestMethod(), target, publisher, headers.toArray(String[]::new));
    }

    static void answer(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, values) -> {
            if (!isLeftOut(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] text = answer.body().getBytes(UTF_8);
        exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
    }

    private static boolean isLeftOut(String header) {
        return LEFT_OUT.contains(header.toLowerCase(Locale.ROOT));
    }
}
