package org.vizgate.testapp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;

/** Reads a body whenever there is some of it, and tells at the end what it got. */
public class BodyListener implements ReadListener {
    private final AsyncContext context;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    BodyListener(AsyncContext context) {
        this.context = context;
    }

    @Override
    public void onDataAvailable() throws IOException {
        ServletInputStream in = context.getRequest().getInputStream();
        byte[] some = new byte[1000];
        while (in.isReady() && !in.isFinished()) {
            int count = in.read(some);
            if (count > 0) {
                body.write(some, 0, count);
            }
        }
    }

    @Override
    public void onAllDataRead() throws IOException {
        BodyServlet.write(
                body.toByteArray(),
                (HttpServletRequest) context.getRequest(),
                context.getResponse().getWriter());
        context.complete();
    }

    @Override
    public void onError(Throwable failure) {
        context.complete();
    }
}
