package org.vizgate.standin.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** Where the JDK's HTTP server comes in. */
public final class HttpDoor implements HttpHandler {
    private final List<Interceptor> interceptors;
    private final Router router;

    public HttpDoor(List<Interceptor> interceptors, Router router) {
        this.interceptors = List.copyOf(interceptors);
        this.router = router;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            send(answer(Call.read(exchange)), exchange);
        } finally {
            exchange.close();
        }
    }

    private Reply answer(Call call) {
        for (Interceptor interceptor : interceptors) {
            Optional<Reply> reply = interceptor.before(call);
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        return router.answer(call);
    }

    private static void send(Reply reply, HttpExchange exchange) throws IOException {
        if (reply == Reply.HANG_UP) {
            return;
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        byte[] body = isHead ? new byte[0] : reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
