package org.vizgate.benchmarks.jmh;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response that counts what is said to it, and sends it nowhere. */
final class FakeResponse extends HttpServletResponseWrapper {
    private final OutputStream body = OutputStream.nullOutputStream();
    private int status = 200;
    private int headers;

    FakeResponse() {
        super((HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    @Override
    public void setStatus(int sent) {
        status = sent;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setHeader(String name, String value) {
        headers++;
    }

    @Override
    public void addHeader(String name, String value) {
        headers++;
    }

    int headers() {
        return headers;
    }

    @Override
    public void setContentType(String type) {}

    @Override
    public void setCharacterEncoding(String encoding) {}

    @Override
    public void setContentLength(int length) {}

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {}

            @Override
            public void write(int octet) throws IOException {
                body.write(octet);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                body.write(bytes, offset, length);
            }
        };
    }
}
