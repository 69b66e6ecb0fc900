package org.vizgate.testapp;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import java.util.Collections;
import java.util.Optional;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.session.TableauCaller;

/** An application that answers every method with what it sees, one thing a line. */
public class ReportServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response.getWriter());
    }

    static void write(ServletRequest request, PrintWriter out) {
        HttpServletRequest http = (HttpServletRequest) request;
        out.println("reached=" + http.getRequestURI());
        out.println("dispatch=" + http.getDispatcherType());
        out.println("user="
                + Optional.ofNullable(http.getUserPrincipal())
                        .map(Principal::getName)
                        .orElse("nobody"));
        out.println("remote=" + http.getRemoteUser());
        out.println("auth=" + http.getAuthType());
        out.println("reader=" + http.isUserInRole("tableau:content:read"));
        out.println("viewer=" + http.isUserInRole("tableau:views:download"));
        out.println("writer=" + http.isUserInRole("tableau:content:write"));
        out.println("caller="
                + TableauCaller.of(request).map(TableauCaller::subject).orElse("nobody"));
        for (String name : Collections.list(http.getAttributeNames())) {
            if (name.startsWith("tableau")) {
                out.println(name + "=" + http.getAttribute(name));
            }
        }
        out.flush();
    }
}
