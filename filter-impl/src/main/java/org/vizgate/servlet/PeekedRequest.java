package org.vizgate.servlet;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * A request whose body was looked at, as if it had not been. The container has given out its stream already, so it takes
 * no other encoding for a reader any more; here the application can still set one.
 */
final class PeekedRequest extends HttpServletRequestWrapper {
    private final ReplayedStream body;
    private @Nullable String encoding;
    private @Nullable BufferedReader reader;
    private boolean isStreamTaken;

    PeekedRequest(HttpServletRequest request, ReplayedStream body) {
        super(request);
        this.body = body;
    }

    /** Tells the body of a request, if it was looked at, that filters and servlet are done with what they do at once. */
    static void chainHasReturned(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            if (wrapper instanceof PeekedRequest peeked) {
                peeked.body.release();
            }
            inner = wrapper.getRequest();
        }
    }

    @Override
    public ServletInputStream getInputStream() {
        if (reader != null) {
            throw new IllegalStateException("getReader() was called for this request");
        }
        isStreamTaken = true;
        return body;
    }

    @Override
    public BufferedReader getReader() throws UnsupportedEncodingException {
        if (isStreamTaken) {
            throw new IllegalStateException("getInputStream() was called for this request");
        }
        if (reader == null) {
            // Jakarta Servlet 6.0 section 3.12: without an encoding it is Latin-1.
            String name = getCharacterEncoding();
            reader = new BufferedReader(new InputStreamReader(body, name == null ? ISO_8859_1 : charset(name)));
        }
        return reader;
    }

    @Override
    public @Nullable String getCharacterEncoding() {
        return encoding == null ? super.getCharacterEncoding() : encoding;
    }

    /** Means nothing after the stream or the reader was taken, as in every container. */
    @Override
    public void setCharacterEncoding(String name) throws UnsupportedEncodingException {
        charset(name);
        if (reader == null && !isStreamTaken) {
            encoding = name;
        }
    }

    private static Charset charset(String name) throws UnsupportedEncodingException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnsupportedEncodingException(name);
        }
    }
}
