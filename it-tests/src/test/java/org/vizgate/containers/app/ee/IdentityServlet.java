package org.vizgate.containers.app.ee;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import java.util.function.Supplier;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.vizgate.session.TableauCaller;

/** Tells who calls, as each part of Jakarta EE sees it. */
@WebServlet(urlPatterns = {"/identity", "/public/identity"})
public class IdentityServlet extends HttpServlet {
    @Inject
    private TableauCaller caller;

    @Inject
    private SecurityContext security;

    @Inject
    private Archive archive;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        tell(out, "injected", caller::subject);
        tell(out, "security", () -> name(security.getCallerPrincipal()));
        tell(
                out,
                "callers",
                () -> security.getPrincipalsByType(TableauCaller.class).stream()
                        .map(TableauCaller::subject)
                        .toList());
        tell(out, "reader", () -> security.isCallerInRole("tableau:content:read"));
        tell(out, "writer", () -> security.isCallerInRole("tableau:content:write"));
        tell(out, "request", () -> request.getUserPrincipal() instanceof TableauCaller);
        tell(out, "ejb", archive::caller);
        tell(out, "ejbReader", archive::isReader);
        tell(out, "ejbRead", archive::read);
        tell(out, "ejbWrite", archive::write);
        tell(out, "session", () -> request.getSession(false) != null);
    }

    private static @Nullable String name(@Nullable Principal principal) {
        return principal == null ? null : principal.getName();
    }

    private static void tell(PrintWriter out, String name, Supplier<?> fact) {
        try {
            out.println(name + "=" + fact.get());
        } catch (EJBAccessException e) {
            out.println(name + "=refused");
        } catch (RuntimeException e) {
            out.println(name + "=" + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }
}
