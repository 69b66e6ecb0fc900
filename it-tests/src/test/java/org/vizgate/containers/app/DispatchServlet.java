package org.vizgate.containers.app;

import java.io.IOException;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Passes a request on in the way that the path names, or fails in it. */
@WebServlet(urlPatterns = "/api/to/*", asyncSupported = true)
public class DispatchServlet extends HttpServlet {
    private static final String TARGET = "/api/whoami";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (String.valueOf(request.getPathInfo())) {
            case "/forward" -> request.getRequestDispatcher(TARGET).forward(request, response);
            case "/include" -> request.getRequestDispatcher(TARGET).include(request, response);
            case "/async" -> {
                AsyncContext later = request.startAsync();
                new Thread(() -> later.dispatch(TARGET)).start();
            }
            case "/async-write" -> {
                AsyncContext later = request.startAsync();
                new Thread(() -> write(later)).start();
            }
            case "/error" -> response.sendError(418);
            case "/exception" -> throw new IllegalStateException("the application's own");
            case "/async-exception" -> {
                AsyncContext later = request.startAsync();
                new Thread(() -> later.dispatch("/api/to/exception")).start();
            }
            default -> response.sendError(404);
        }
    }

    private static void write(AsyncContext later) {
        try {
            later.getResponse().setContentType("text/plain;charset=UTF-8");
            later.getResponse().getWriter().print(WhoServlet.facts(later.getRequest()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            later.complete();
        }
    }
}
