package org.vizgate.servlet;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.web.Reply;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes a {@link Reply} as a response. */
final class Replies {
    private Replies() {}

    /** The body is left out for HEAD, its length is not (RFC 9110 section 9.3.2). */
    static void write(Reply reply, String method, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        for (Map.Entry<String, String> header : reply.headers()) {
            response.addHeader(header.getKey(), header.getValue());
        }
        byte[] body = reply.body().getBytes(UTF_8);
        response.setContentLength(body.length);
        if (!method.equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
