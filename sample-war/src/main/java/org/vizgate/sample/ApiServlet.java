package org.vizgate.sample;

import java.io.IOException;
import java.util.Optional;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.session.TableauCaller;

/** Answers GET and HEAD with JSON about the caller of the request, and every other method with 405. */
abstract class ApiServlet extends HttpServlet {
    private static final JsonProvider JSON = JsonProvider.provider();

    /** The answer for {@code caller}. */
    protected abstract JsonObject answer(TableauCaller caller) throws TableauTrouble;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            write(response, 405, error("method_not_allowed", "Use GET."));
            return;
        }
        Optional<TableauCaller> caller = TableauCaller.of(request);
        if (caller.isEmpty()) {
            // The gate lets nobody in without a caller; this is a deployment that has switched it off.
            write(response, 403, error("no_caller", "Nobody is signed in: the gate is switched off."));
            return;
        }
        try {
            write(response, 200, answer(caller.get()));
        } catch (TableauTrouble trouble) {
            write(response, trouble.kind().status(), error(trouble.kind().code(), trouble.advice()));
        }
    }

    private static JsonObject error(String code, String message) {
        return JSON.createObjectBuilder()
                .add("error", code)
                .add("message", message)
                .build();
    }

    private static void write(HttpServletResponse response, int status, JsonObject body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        // The answer belongs to one caller.
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.getWriter().write(body.toString());
    }
}
