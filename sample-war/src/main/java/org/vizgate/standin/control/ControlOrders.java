package org.vizgate.standin.control;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** Carries out the orders that come by HTTP. */
final class ControlOrders {
    private static final JsonObject DONE = JsonValue.EMPTY_JSON_OBJECT;

    private final StandInControl control;

    ControlOrders(StandInControl control) {
        this.control = control;
    }

    JsonObject fault(Order order) {
        OptionalInt times = order.number("times");
        StandInControl.At everywhere = control.at(order.requiredPath());
        StandInControl.At at = times.isPresent() ? everywhere.times(times.getAsInt()) : everywhere;
        OptionalInt wait = order.number("seconds");
        Duration retryAfter = Duration.ofSeconds(wait.orElse(1));
        switch (order.requiredText("kind")) {
            case "slow" -> at.slow(Duration.ofMillis(order.number("millis").orElse(0)));
            case "unavailable" -> {
                if (wait.isPresent()) {
                    at.unavailable(retryAfter);
                } else {
                    at.unavailable();
                }
            }
            case "too-many-requests" -> at.tooManyRequests(retryAfter);
            case "redirect" -> at.redirect(order.number("status").orElse(301), order.requiredUri("target"));
            case "hang-up" -> at.hangUp();
            case "html" -> at.html();
            case "empty-401" -> at.emptyUnauthorized();
            default -> throw new Order.Unreadable("there is no such kind of fault");
        }
        return DONE;
    }

    JsonObject sessions(Order order) {
        long count = order.text("user").map(control::sessionsOf).orElseGet(control::sessions);
        return Json.createObjectBuilder().add("sessions", count).build();
    }

    JsonObject revokePersonalAccessToken(Order order) {
        control.revokePersonalAccessToken(order.requiredText("name"));
        return DONE;
    }

    JsonObject endSessions(Order order) {
        Optional<String> token = order.text("token");
        Optional<String> user = order.text("user");
        if (token.isEmpty() && user.isEmpty() && !order.is("all")) {
            throw new Order.Unreadable("say whose: token, user or all");
        }
        token.ifPresent(control::endSession);
        user.ifPresent(control::endSessionsOf);
        if (order.is("all")) {
            control.endAllSessions();
        }
        return DONE;
    }

    JsonObject refuseRefresh(Order order) {
        control.refuseNextRefreshes(order.number("times").orElse(1));
        return DONE;
    }

    JsonObject oldRefreshTokens(Order order) {
        control.oldRefreshTokensStayGood(order.is("good"));
        return DONE;
    }

    JsonObject originHost(Order order) {
        control.originHost(order.requiredText("host"));
        return DONE;
    }

    JsonObject calls(Order order) {
        return Json.createObjectBuilder()
                .add("calls", control.calls(order.requiredPath()))
                .build();
    }

    JsonObject reset(Order order) {
        control.reset();
        return DONE;
    }
}
