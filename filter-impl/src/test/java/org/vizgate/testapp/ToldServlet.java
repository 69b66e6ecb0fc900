package org.vizgate.testapp;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.session.TableauCaller;

/** An application that tells what its container was told of the caller. */
public class ToldServlet extends ReportServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        super.service(request, response);
        Object told = request.getAttribute("tableauTestPrincipal");
        response.getWriter()
                .println("same=" + (told == TableauCaller.of(request).orElse(null)));
        response.getWriter().println("authenticated=" + authenticates(request, response));
    }

    private static boolean authenticates(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            return request.getUserPrincipal() != null && request.authenticate(response);
        } catch (jakarta.servlet.ServletException e) {
            throw new IOException(e);
        }
    }
}
