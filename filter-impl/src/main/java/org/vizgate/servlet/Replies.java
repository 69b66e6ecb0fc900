package org.vizgate.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.web.Document;
import org.vizgate.web.Reply;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Writes a {@link Reply} or a {@link Document} as a response. */
final class Replies {
    /** Short enough for a change of settings to be seen soon. */
    private static final String DOCUMENT_LIFE = "public, max-age=300";

    private Replies() {}

    /** The body is left out for HEAD, its length is not (RFC 9110 section 9.3.2). */
    static void write(Reply reply, String method, HttpServletResponse response) throws IOException {
        response.setStatus(reply.status());
        for (Map.Entry<String, String> header : reply.headers()) {
            response.addHeader(header.getKey(), header.getValue());
        }
        write(reply.body().getBytes(UTF_8), method, response);
    }

    /** Not again to a client that has it (RFC 9110 section 15.4.5). */
    static void write(Document document, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", DOCUMENT_LIFE);
        response.setHeader("ETag", document.entityTag());
        if (document.isKnownTo(Collections.list(request.getHeaders("If-None-Match")))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            response.setContentType("application/json");
            write(document.bytes(), request.getMethod(), response);
        }
    }

    private static void write(byte[] body, String method, HttpServletResponse response) throws IOException {
        response.setContentLength(body.length);
        if (!method.equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
