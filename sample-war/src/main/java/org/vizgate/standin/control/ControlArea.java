package org.vizgate.standin.control;

import java.util.function.Function;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import org.vizgate.standin.http.Area;
import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Endpoint;
import org.vizgate.standin.http.PlainRefusals;
import org.vizgate.standin.http.Reply;

/** The control over HTTP, as a part of the address space; where it is not wanted, the area is left out. */
public final class ControlArea {
    private static final String PREFIX = "/control/";

    private ControlArea() {}

    public static Area area(StandInControl control) {
        ControlOrders orders = new ControlOrders(control);
        return new Area(PREFIX, new PlainRefusals())
                .on("POST", "/control/fault", endpoint(orders::fault))
                .on("POST", "/control/end-sessions", endpoint(orders::endSessions))
                .on("POST", "/control/sessions", endpoint(orders::sessions))
                .on("POST", "/control/revoke-pat", endpoint(orders::revokePersonalAccessToken))
                .on("POST", "/control/refuse-refresh", endpoint(orders::refuseRefresh))
                .on("POST", "/control/old-refresh-tokens", endpoint(orders::oldRefreshTokens))
                .on("POST", "/control/origin-host", endpoint(orders::originHost))
                .on("POST", "/control/calls", endpoint(orders::calls))
                .on("POST", "/control/reset", endpoint(orders::reset));
    }

    static boolean contains(Call call) {
        return call.path().startsWith(PREFIX);
    }

    private static Endpoint endpoint(Function<Order, JsonObject> order) {
        return call -> {
            if (!call.isFromLoopback() || !namesLoopback(call)) {
                return Reply.text(403, "Only from the loopback interface");
            }
            // A form or plain text could come from any web page; JSON makes the browser ask first.
            if (!call.isOfType("application/json")) {
                return Reply.text(415, "Only application/json");
            }
            try {
                return json(200, order.apply(Order.parse(call.body())));
            } catch (Order.Unreadable e) {
                return Reply.text(400, e.reason());
            }
        };
    }

    // Or else a web page whose own name was made to lead to this computer would count as one of ours.
    private static boolean namesLoopback(Call call) {
        return call.headers("Host").stream()
                .allMatch(host -> host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?"));
    }

    private static Reply json(int status, JsonValue content) {
        return Reply.of(status, "application/json;charset=UTF-8", content.toString());
    }
}
