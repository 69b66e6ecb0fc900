package org.vizgate.servlet;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/**
 * A look at the body of a request that leaves it whole for the application.
 *
 * @param request for the application: all of the body can be read there
 * @param json the body, if it is declared to be JSON and not too long; whether it is, is not known
 */
record BodyPeek(HttpServletRequest request, Optional<byte[]> json) {
    private static final int MAX_BODY = 64 * 1024;
    // Nothing but this one parameter, and that once: of two, the application may believe the other.
    private static final Pattern JSON = Pattern.compile(
            "application/json[ \\t]*(?:;[ \\t]*charset=(?:utf-8|\"utf-8\")[ \\t]*)?;?", Pattern.CASE_INSENSITIVE);
    // In each of these ASCII is ASCII, and JSON's own characters and those of rules are nothing else.
    private static final Set<String> LIKE_ASCII = Set.of("utf-8", "utf8", "iso-8859-1", "us-ascii");

    /** Without looking. */
    static BodyPeek none(HttpServletRequest request) {
        return new BodyPeek(request, Optional.empty());
    }

    /** Waits for the body, as long as the container lets it. */
    static BodyPeek at(HttpServletRequest request) throws IOException {
        if (!isReadable(request)) {
            return none(request);
        }
        ServletInputStream body;
        try {
            body = request.getInputStream();
        } catch (IllegalStateException e) {
            // A filter in front has asked for the reader, and what it left is characters.
            return none(request);
        }
        byte[] start = body.readNBytes(MAX_BODY + 1);
        boolean isWhole = start.length <= MAX_BODY;
        return new BodyPeek(
                new PeekedRequest(request, new ReplayedStream(start, isWhole, body)),
                isWhole ? Optional.of(start) : Optional.empty());
    }

    private static boolean isReadable(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders("Content-Type"));
        return request.getContentLengthLong() <= MAX_BODY
                && types.size() == 1
                && JSON.matcher(types.get(0).strip()).matches()
                && request.getHeader("Content-Encoding") == null
                && isLikeAscii(request.getCharacterEncoding());
    }

    // A filter or a descriptor may have set another than the header's.
    private static boolean isLikeAscii(@Nullable String encoding) {
        return encoding == null || LIKE_ASCII.contains(encoding.toLowerCase(Locale.ROOT));
    }
}
