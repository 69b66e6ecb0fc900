package org.vizgate.containers.app.kept;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.vizgate.session.TableauCaller;

/** Keeps the caller, or a note, in the HTTP session; tells in any case what is in there. */
@WebServlet("/api/kept")
public class KeptServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        if (request.getParameter("note") != null) {
            session.setAttribute("note", request.getParameter("note"));
        }
        if (request.getParameter("caller") != null) {
            keepCaller(request, session);
        }
        response.setContentType("text/plain;charset=UTF-8");
        List<String> names = Collections.list(session.getAttributeNames());
        Collections.sort(names);
        response.getWriter().println("kept=" + names);
    }

    private static void keepCaller(HttpServletRequest request, HttpSession session) {
        TableauCaller caller = TableauCaller.of(request).orElseThrow();
        session.setAttribute("caller", caller);
        session.setAttribute("principal", request.getUserPrincipal());
        session.setAttribute("session", caller.session());
        session.setAttribute("token", caller.session().token());
        // A list can be written, and takes along what is in it.
        session.setAttribute(
                "history",
                new ArrayList<>(List.of("first", caller, caller.session().token())));
    }
}
