package org.vizgate.standin.oauth;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The refresh tokens that are good, and how strict the stand-in is about them. Safe for use by several threads. */
public final class RefreshTokens {
    private final Map<String, Grant> byToken = new ConcurrentHashMap<>();
    private final AtomicInteger toRefuse = new AtomicInteger();
    private final Supplier<String> random;
    private volatile boolean goodAfterRotation;

    /** A person, not a user of one site: the refresh says which site it is for. */
    record Grant(String userName, String clientId) {}

    public RefreshTokens(Supplier<String> random) {
        this.random = random;
    }

    /** Whether a token may be used again after it was exchanged for its successor; at first it may not. */
    public void goodAfterRotation(boolean good) {
        goodAfterRotation = good;
    }

    /** Refuses the next {@code times} refreshes, and leaves their tokens as they are. */
    public void refuseNext(int times) {
        toRefuse.set(times);
    }

    /** Forgets every token and is as strict as at first. */
    public void reset() {
        byToken.clear();
        toRefuse.set(0);
        goodAfterRotation = false;
    }

    String issue(Grant grant) {
        String token = random.get();
        byToken.put(token, grant);
        return token;
    }

    Optional<Grant> find(String token) {
        boolean refuses = toRefuse.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        return refuses ? Optional.empty() : Optional.ofNullable(byToken.get(token));
    }

    /** Uses the token up; false when someone else did so first. */
    boolean spend(String token) {
        return goodAfterRotation ? byToken.containsKey(token) : byToken.remove(token) != null;
    }
}
