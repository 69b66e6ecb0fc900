package org.vizgate.resource;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.accesstoken.TableauClaims;
import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.cache.BoundedCache;
import org.vizgate.credential.CurrentSession;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.session.Secret;
import org.vizgate.tableau.TableauRestClient;

/**
 * Whether the Tableau session inside an access token, or in place of one, still lives: asked at most once per interval and token. Safe for use
 * by several threads.
 */
public final class SessionLiveness {
    private static final Logger LOG = System.getLogger(SessionLiveness.class.getName());
    private static final int MAX_REMEMBERED = 10_000;
    // Longer than the longest interval. A session without an end of its own is then forgotten and asked for again, so
    // one that cannot be checked any more is not believed for ever.
    private static final Duration REMEMBERED_FOR = Duration.ofDays(2);

    private final TableauRestClient rest;
    private final Optional<Duration> interval;
    private final boolean isRefusing;
    private final Clock clock;
    private final BoundedCache<String, SessionState> states;

    /**
     * @param interval between two questions; zero asks at every request, empty never
     * @param isRefusing whether a session that cannot be checked is refused with 503 rather than believed
     */
    public SessionLiveness(TableauRestClient rest, Optional<Duration> interval, boolean isRefusing, Clock clock) {
        this.rest = rest;
        this.interval = interval;
        this.isRefusing = isRefusing;
        this.clock = clock;
        this.states = new BoundedCache<>(MAX_REMEMBERED, SessionState::forgetAt, clock);
    }

    /**
     * Makes sure of the session as far as it is due.
     *
     * @return what Tableau said the last time it was asked; empty if it was not asked yet and need not be
     * @throws OAuthException invalid_token, if the session is over; temporarily_unavailable, if that cannot be known and
     *     there is nothing to go on with
     */
    Optional<CurrentSession> check(VerifiedAccessToken token, TableauClaims session) {
        AccessTokenClaims claims = token.claims();
        if (interval.isEmpty() && token.signed()) {
            return Optional.empty();
        }
        SessionState state = states.get(claims.tokenId(), id -> new SessionState(claims, token.signed()));
        makeSure(state, session.server(), session.accessToken());
        return state.lastAnswer();
    }

    /** What Tableau said of a session, and when it will be asked anew whatever happens. */
    record Sighting(CurrentSession session, Instant forgetAt) {}

    /**
     * Makes sure of a session that came by itself, and that nothing but Tableau's word speaks for.
     *
     * @param key names the session and does not open it
     * @throws OAuthException as above
     */
    Sighting check(String key, URI server, Secret sessionToken) {
        SessionState state =
                states.get(key, id -> new SessionState(clock.instant().plus(REMEMBERED_FOR)));
        makeSure(state, server, sessionToken);
        return new Sighting(state.lastAnswer().orElseThrow(SessionLiveness::unavailable), state.forgetAt());
    }

    private void makeSure(SessionState state, URI server, Secret sessionToken) {
        if (state.isDue(clock.instant(), interval.orElse(Duration.ZERO))) {
            ask(state, server, sessionToken);
        } else {
            requireSomethingToGoOnWith(state);
        }
    }

    /** Makes the next request with this token ask, whenever it was asked last. */
    void suspect(String tokenId) {
        SessionState state = states.get(tokenId);
        if (state != null) {
            state.suspect();
        }
    }

    // One caller asks. The others wait only if there is no answer that is recent enough to go on with, and then take
    // what came while they waited.
    private void ask(SessionState state, URI server, Secret sessionToken) {
        Duration tolerated = interval.orElse(Duration.ZERO);
        Instant asked = clock.instant();
        if (!state.startAsking(asked, tolerated)) {
            return;
        }
        try {
            if (state.isDue(clock.instant(), tolerated) && !state.wasAskedSince(asked)) {
                state.answered(rest.currentSession(server, sessionToken), clock.instant());
            }
        } catch (TableauException e) {
            failed(state, e);
        } finally {
            state.stopAsking();
        }
        requireSomethingToGoOnWith(state);
    }

    private void failed(SessionState state, TableauException failure) {
        if (failure.kind() == Kind.SESSION_LOST) {
            state.lost();
            throw SessionState.over();
        }
        LOG.log(Level.WARNING, "a Tableau session could not be checked: {0}", failure.getMessage());
        Duration first = isWithout(state) ? Duration.ZERO : interval.orElse(Duration.ZERO);
        state.unanswered(clock.instant(), first);
    }

    private boolean isWithout(SessionState state) {
        return isRefusing || (!state.isAuthentic() && state.lastAnswer().isEmpty());
    }

    private void requireSomethingToGoOnWith(SessionState state) {
        if (state.isUnanswered() && isWithout(state)) {
            throw unavailable();
        }
    }

    private static OAuthException unavailable() {
        return new OAuthException(ErrorCode.TEMPORARILY_UNAVAILABLE, "Tableau cannot be reached now, try again later");
    }
}
