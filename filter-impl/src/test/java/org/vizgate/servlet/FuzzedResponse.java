package org.vizgate.servlet;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What was answered to a {@link FuzzedRequest}. */
final class FuzzedResponse {
    private final StringBuilder headers = new StringBuilder();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = 200;

    int status() {
        return status;
    }

    String text() {
        return headers + "\n" + body.toString(UTF_8);
    }

    HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                FuzzedResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, called, arguments) -> answer(called.getName(), arguments == null ? new Object[0] : arguments));
    }

    private @Nullable Object answer(String called, Object[] arguments) {
        switch (called) {
            case "setStatus" -> status = (int) arguments[0];
            case "addHeader", "setHeader" ->
                headers.append(arguments[0]).append(": ").append(arguments[1]).append('\n');
            case "getOutputStream" -> {
                return stream();
            }
            case "setContentLength" -> {
                // What is written shows it.
            }
            default -> throw new AssertionError("nobody should call " + called);
        }
        return null;
    }

    private ServletOutputStream stream() {
        return new ServletOutputStream() {
            @Override
            public void write(int octet) {
                body.write(octet);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new AssertionError("nobody should listen");
            }
        };
    }
}
