package org.vizgate.standin.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.vizgate.standin.data.Flavour;
import org.vizgate.standin.data.Site;
import org.vizgate.standin.data.StandInData;
import org.vizgate.standin.jwt.SignedJwt;
import org.vizgate.standin.session.Access;

/**
 * Opens for JWTs that a connected app signed. The numbers of refusals are those of Tableau's page <i>Troubleshoot Connected
 * Apps</i>. Safe for use by several threads.
 */
public final class ConnectedApps {
    static final int USER_NOT_FOUND = 5;
    static final int LOGIN_FAILED = 16;
    static final int FEATURE_NOT_ENABLED = 67;
    static final int APP_NOT_FOUND = 126;
    static final int SECRET_NOT_FOUND = 127;
    static final int BAD_JWT = 10083;
    static final int JWT_PARSE_ERROR = 10084;
    static final int BLOCKED_ALGORITHM = 10087;
    static final int APP_DISABLED = 10090;

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private final Clock clock;
    private final Flavour flavour;
    private final StandInData data;
    private final Collection<ConnectedApp> apps;
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();

    ConnectedApps(Clock clock, Flavour flavour, StandInData data, Collection<ConnectedApp> apps) {
        this.clock = clock;
        this.flavour = flavour;
        this.data = data;
        this.apps = apps;
    }

    /** The user that {@code compact} names, if an app of {@code site} signed it. */
    public Identity open(String compact, Site site) {
        SignedJwt jwt = SignedJwt.parse(compact).orElseThrow(() -> Refused.withNumber(JWT_PARSE_ERROR));
        ConnectedApp app = signer(jwt, site);
        Instant end = checkTimes(jwt);
        require(jwt.text("aud").filter("tableau"::equals).isPresent(), LOGIN_FAILED);
        require(
                flavour == Flavour.CLOUD
                        || jwt.claim(TableauClaims.ON_DEMAND_ACCESS).isEmpty(),
                FEATURE_NOT_ENABLED);
        String userName = jwt.text("sub")
                .filter(name -> data.user(name, site).isPresent())
                .orElseThrow(() -> Refused.withNumber(USER_NOT_FOUND));
        Access access = Access.byJwt(required(jwt.text("jti")), TableauClaims.scopes(jwt));
        if (access.scopes().filter(app::allows).isEmpty()) {
            throw Refused.withoutReason();
        }
        // Last, so that only a JWT that would have opened is used up.
        require(isFirstUse(app.clientId() + " " + access.credential(), end), LOGIN_FAILED);
        return new Identity(userName, access);
    }

    private ConnectedApp signer(SignedJwt jwt, Site site) {
        require(jwt.says("HS256"), BLOCKED_ALGORITHM);
        String clientId = required(jwt.text("iss"));
        require(jwt.header("iss").filter(issuer -> !issuer.equals(clientId)).isEmpty(), BAD_JWT);
        String secretId = required(jwt.header("kid"));
        ConnectedApp app = apps.stream()
                .filter(known ->
                        known.clientId().equals(clientId) && known.site().equals(site.luid()))
                .findFirst()
                .orElseThrow(() -> Refused.withNumber(APP_NOT_FOUND));
        require(app.enabled(), APP_DISABLED);
        String secret = Optional.ofNullable(app.secrets().get(secretId))
                .orElseThrow(() -> Refused.withNumber(SECRET_NOT_FOUND));
        require(jwt.isSignedWith(secret), JWT_PARSE_ERROR);
        return app;
    }

    private Instant checkTimes(SignedJwt jwt) {
        Instant now = clock.instant();
        Instant end = jwt.time("exp").orElseThrow(() -> Refused.withNumber(BAD_JWT));
        Instant start = jwt.time("iat").orElse(now);
        require(now.isBefore(end), LOGIN_FAILED);
        require(!end.isAfter(start.plus(LONGEST_LIFE)), LOGIN_FAILED);
        require(!start.isAfter(now), LOGIN_FAILED);
        require(jwt.time("nbf").filter(now::isBefore).isEmpty(), LOGIN_FAILED);
        return end;
    }

    private boolean isFirstUse(String id, Instant end) {
        seen.values().removeIf(until -> !clock.instant().isBefore(until));
        return seen.putIfAbsent(id, end) == null;
    }

    void reset() {
        seen.clear();
    }

    private static String required(Optional<String> text) {
        return text.filter(value -> !value.isEmpty()).orElseThrow(() -> Refused.withNumber(BAD_JWT));
    }

    private static void require(boolean isTrue, int number) {
        if (!isTrue) {
            throw Refused.withNumber(number);
        }
    }
}
