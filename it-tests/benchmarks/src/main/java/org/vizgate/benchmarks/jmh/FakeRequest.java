package org.vizgate.benchmarks.jmh;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

import org.jspecify.annotations.Nullable;

/**
 * A request that costs next to nothing, so that what is measured is the filter: {@code GET /api/whoami} with an access token.
 * Whatever else is asked of it fails. For one thread, and for one request after another.
 */
final class FakeRequest extends HttpServletRequestWrapper {
    private static final int MAX_ATTRIBUTES = 32;

    private final String authorization;
    private final List<String> authorizations;
    private final String[] names = new String[MAX_ATTRIBUTES];
    private final Object[] values = new Object[MAX_ATTRIBUTES];
    private int attributes;

    FakeRequest(String token) {
        super(nothing());
        authorization = token.isEmpty() ? "" : "Bearer " + token;
        authorizations = token.isEmpty() ? List.of() : List.of(authorization);
    }

    private static HttpServletRequest nothing() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** The next request: the same, without attributes. */
    FakeRequest renewed() {
        attributes = 0;
        return this;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getServletPath() {
        return "/api/whoami";
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public String getRequestURI() {
        return "/api/whoami";
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return switch (name) {
            case "Authorization" -> authorizations.isEmpty() ? null : authorization;
            case "Host" -> "app.example";
            default -> null;
        };
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equals("Authorization") ? Collections.enumeration(authorizations) : Collections.emptyEnumeration();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        for (int i = 0; i < attributes; i++) {
            if (Objects.equals(names[i], name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public void setAttribute(String name, Object value) {
        names[attributes] = name;
        values[attributes++] = value;
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    @Override
    public String getRequestId() {
        return "1";
    }

    @Override
    public String getRemoteAddr() {
        return "127.0.0.1";
    }
}
