package org.vizgate.containers.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sends a body back that it reads without blocking (/rpc), or in the usual ways (/rpc/stream, /rpc/reader). */
@WebServlet(urlPatterns = "/rpc/*", asyncSupported = true)
public class BodyServlet extends HttpServlet {
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        switch (String.valueOf(request.getPathInfo())) {
            case "/stream" -> request.getInputStream().transferTo(response.getOutputStream());
            case "/reader" -> request.getReader().transferTo(response.getWriter());
            default -> readLater(request);
        }
    }

    private static void readLater(HttpServletRequest request) throws IOException {
        AsyncContext later = request.startAsync();
        ServletInputStream body = request.getInputStream();
        body.setReadListener(new Collecting(body, later));
    }

    private record Collecting(ServletInputStream body, AsyncContext later, ByteArrayOutputStream read)
            implements ReadListener {
        private Collecting(ServletInputStream body, AsyncContext later) {
            this(body, later, new ByteArrayOutputStream());
        }

        @Override
        public void onDataAvailable() throws IOException {
            byte[] buffer = new byte[1024];
            while (body.isReady()) {
                int count = body.read(buffer);
                if (count < 0) {
                    return;
                }
                read.write(buffer, 0, count);
            }
        }

        @Override
        public void onAllDataRead() throws IOException {
            read.writeTo(later.getResponse().getOutputStream());
            later.complete();
        }

        @Override
        public void onError(Throwable failure) {
            later.complete();
        }
    }
}
