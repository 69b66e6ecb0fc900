package org.vizgate.containers.app;

import java.io.IOException;
import java.util.Collections;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.session.TableauCaller;

/** Tells who calls, in whichever dispatch it is reached. */
@WebServlet(
        urlPatterns = {"/api/whoami", "/api/below/*", "/problem"},
        asyncSupported = true)
public class WhoServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print(facts(request));
    }

    static String facts(ServletRequest request) {
        StringBuilder facts = new StringBuilder();
        line(facts, "dispatcher", request.getDispatcherType());
        line(
                facts,
                "caller",
                TableauCaller.of(request).map(TableauCaller::subject).orElse("nobody"));
        if (request instanceof HttpServletRequest http) {
            line(facts, "user", http.getRemoteUser());
            line(facts, "principal", http.getUserPrincipal());
            line(facts, "scheme", http.getAuthType());
            line(facts, "reader", http.isUserInRole("tableau:content:read"));
            line(facts, "writer", http.isUserInRole("tableau:content:write"));
            line(facts, "session", http.getSession(false));
        }
        Collections.list(request.getAttributeNames()).stream()
                .filter(name -> name.startsWith("tableau"))
                .sorted()
                .forEach(name -> line(facts, name, request.getAttribute(name)));
        return facts.toString();
    }

    private static void line(StringBuilder facts, String name, Object value) {
        facts.append(name).append('=').append(value).append('\n');
    }
}
