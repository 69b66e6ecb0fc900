package org.vizgate.standin.oauth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.vizgate.standin.data.User;

/** The codes that wait for their exchange, each good once and for a minute. Safe for use by several threads. */
public final class AuthorizationCodes {
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final Map<String, Grant> byCode = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Supplier<String> random;

    /** What a code stands for. */
    record Grant(User user, String clientId, URI redirectUri, String codeChallenge, Instant expires) {}

    public AuthorizationCodes(Clock clock, Supplier<String> random) {
        this.clock = clock;
        this.random = random;
    }

    String issue(User user, AuthorizationRequest request) {
        byCode.values().removeIf(this::isExpired);
        String code = random.get();
        Instant expires = clock.instant().plus(LIFETIME);
        byCode.put(code, new Grant(user, request.clientId(), request.redirectUri(), request.codeChallenge(), expires));
        return code;
    }

    /** Spends the code. */
    Optional<Grant> take(String code) {
        return Optional.ofNullable(byCode.remove(code)).filter(grant -> !isExpired(grant));
    }

    /** Forgets every code. */
    public void clear() {
        byCode.clear();
    }

    private boolean isExpired(Grant grant) {
        return !clock.instant().isBefore(grant.expires());
    }
}
