package org.vizgate.sample;

import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;

import org.vizgate.session.TableauCaller;

/** Tells callers who they are. */
@WebServlet("/api/whoami")
public class WhoAmIServlet extends ApiServlet {
    @Override
    protected JsonObject answer(TableauCaller caller) {
        return CallerJson.of(caller);
    }
}
