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
        StandInControl.At at = control.at(order.requiredPath());
        OptionalInt times = order.number("times");
        Trouble.Kind kind = Trouble.Kind.named(order.requiredText("kind"))
                .orElseThrow(() -> new Order.Unreadable("there is no such kind of fault"));
        Duration delay = Duration.ofMillis(order.number("millis").orElse(0));
        (times.isPresent() ? at.times(times.getAsInt()) : at).make(kind, delay);
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
