package org.vizgate.testapp;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** An application that does what the parameter {@code do} says. */
public class ActingServlet extends ReportServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String act = String.valueOf(request.getParameter("do"));
        try {
            act(request.getDispatcherType() == DispatcherType.ASYNC ? "" : act, request, response);
        } catch (ServletException e) {
            throw new IOException(e);
        }
    }

    private void act(String act, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (act) {
            case "forward" -> request.getRequestDispatcher("/report").forward(request, response);
            case "include" -> request.getRequestDispatcher("/report").include(request, response);
            case "refuse" -> response.sendError(401, "of the application");
            case "status" -> response.setStatus(401);
            case "throw" -> throw new IllegalStateException("of the application");
            case "async" -> request.startAsync().dispatch();
            case "async-elsewhere" -> request.startAsync().dispatch("/report");
            case "async-given" -> request.startAsync(request, response).dispatch("/report");
            case "async-thread" -> {
                AsyncContext later = request.startAsync();
                later.start(() -> finish(later));
            }
            default -> super.service(request, response);
        }
    }

    private static void finish(AsyncContext later) {
        try {
            write(later.getRequest(), later.getResponse().getWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        later.complete();
    }
}
