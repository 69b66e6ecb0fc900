package org.vizgate.standin.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.vizgate.standin.http.Call;
import org.vizgate.standin.http.Interceptor;
import org.vizgate.standin.http.Reply;

/** All trouble in force. Delays come first, then the first trouble that answers in the endpoint's place. */
public final class Troubles implements Interceptor {
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();

    void add(Trouble trouble) {
        troubles.add(trouble);
    }

    void clear() {
        troubles.clear();
    }

    @Override
    public Optional<Reply> before(Call call) {
        if (ControlArea.contains(call)) {
            return Optional.empty();
        }
        for (Trouble trouble : troubles) {
            if (trouble.isDelay() && trouble.strikes(call.path()) && !waited(trouble.delay())) {
                return Optional.of(Reply.HANG_UP);
            }
        }
        return troubles.stream()
                .filter(trouble -> !trouble.isDelay() && trouble.strikes(call.path()))
                .findFirst()
                .flatMap(Trouble::reply);
    }

    private static boolean waited(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
            return true;
        } catch (InterruptedException e) {
            // The stand-in is being closed.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
