package org.vizgate.outbound;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Turns HttpClient's answer into ours, reading no more of the body than allowed. */
final class ReplyReader {
    private final int maxBytes;
    private final Failures failures;

    ReplyReader(int maxBytes, Failures failures) {
        this.maxBytes = maxBytes;
        this.failures = failures;
    }

    OutboundReply read(ClassicHttpResponse answer) throws IOException {
        return new OutboundReply(answer.getCode(), headersOf(answer), bodyOf(answer.getEntity()));
    }

    private static Map<String, List<String>> headersOf(ClassicHttpResponse answer) {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : answer.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(String.valueOf(header.getValue()));
        }
        return headers;
    }

    private String bodyOf(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        @Nullable String encoding = entity.getContentEncoding();
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw failures.ofCompression();
        }
        if (entity.getContentLength() > maxBytes) {
            throw failures.ofSize(maxBytes);
        }
        // Left open on purpose: closing reads the rest, and what has been read to its end is closed.
        byte[] bytes = entity.getContent().readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw failures.ofSize(maxBytes);
        }
        return new String(bytes, charsetOf(entity));
    }

    private static Charset charsetOf(HttpEntity entity) {
        @Nullable ContentType type = ContentType.parseLenient(entity.getContentType());
        return type == null ? UTF_8 : type.getCharset(UTF_8);
    }
}
