package org.vizgate.servlet;

import java.io.IOException;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One endpoint of the authorization server as a servlet: a request becomes a value, and the answer a response. */
public abstract class EndpointServlet extends HttpServlet {
    private final EndpointKind kind;

    EndpointServlet(EndpointKind kind) {
        this.kind = kind;
    }

    /** Answers every method; which ones the endpoint has is said by the endpoint. */
    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Components.of(getServletContext()).edge().answer(kind, request, response);
    }

    @Override
    public void destroy() {
        Components.closeUnlessListened(getServletContext());
    }
}
