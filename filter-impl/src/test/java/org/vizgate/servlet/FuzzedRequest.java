package org.vizgate.servlet;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A request without a container around it, so that millions of them are cheap. */
final class FuzzedRequest {
    private final String method;
    private final String path;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final List<Cookie> cookies = new ArrayList<>();
    private @Nullable String query;
    private byte[] body = {};

    FuzzedRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    FuzzedRequest header(String name, String value) {
        headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                .add(value);
        return this;
    }

    FuzzedRequest cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    FuzzedRequest query(String text) {
        query = text;
        return this;
    }

    FuzzedRequest body(String type, String text) {
        body = text.getBytes(UTF_8);
        return header("Content-Type", type);
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FuzzedRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, called, arguments) -> answer(called.getName(), arguments == null ? new Object[0] : arguments));
    }

    private @Nullable Object answer(String called, Object[] arguments) {
        return switch (called) {
            case "getMethod" -> method;
            case "getServletPath", "getRequestURI" -> path;
            case "getQueryString" -> query;
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            case "getHeaders" -> Collections.enumeration(values(arguments));
            case "getHeader" -> values(arguments).stream().findFirst().orElse(null);
            case "getCookies" -> cookies.toArray(Cookie[]::new);
            case "getInputStream" -> stream();
            case "getContentLengthLong" -> (long) body.length;
            case "getParameterMap" -> Map.of();
            case "getRemoteAddr" -> "192.0.2.1";
            case "getRequestId" -> "1";
            case "getLocale" -> Locale.ENGLISH;
            case "toString" -> "FuzzedRequest";
            case "getPathInfo", "getCharacterEncoding", "getAttribute", "setAttribute" -> null;
            default -> throw new AssertionError("nobody should ask for " + called);
        };
    }

    private List<String> values(Object[] name) {
        return headers.getOrDefault(String.valueOf(name[0]).toLowerCase(Locale.ROOT), List.of());
    }

    private ServletInputStream stream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new AssertionError("nobody should listen");
            }
        };
    }
}
