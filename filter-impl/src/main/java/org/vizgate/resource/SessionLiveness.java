package org.vizgate.resource;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

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
 * Whether the Tableau session inside an access token, or in place of one, still lives: asked at most once per interval and
 * token. Safe for use by several threads.
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
    private final AtomicLong changes = new AtomicLong();

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
     * @return what Tableau said the last time it was asked; nothing if it was not asked yet and need not be
     * @throws OAuthException invalid_token, if the session is over; temporarily_unavailable, if that cannot be known and
     *     there is nothing to go on with
     */
    Sighting check(VerifiedAccessToken token, TableauClaims session) {
        AccessTokenClaims claims = token.claims();
        if (interval.isEmpty() && token.signed()) {
            return new Sighting(Optional.empty(), Instant.MAX);
        }
        SessionState state = states.get(claims.tokenId(), id -> new SessionState(claims, token.signed()));
        makeSure(state, session.server(), session.accessToken());
        // In this order: an answer is noted before its time, so that an old one never gets the time of a new one.
        Instant until = state.dueAt(interval.orElse(Duration.ZERO));
        return new Sighting(state.lastAnswer(), until);
    }

    /**
     * What Tableau said of a session.
     *
     * @param session empty if nothing was asked
     * @param until when it is to be asked again; {@link #suspect} may bring that forward
     */
    record Sighting(Optional<CurrentSession> session, Instant until) {}

    /** What Tableau said of a session that came by itself, and when it will be asked anew whatever happens. */
    record Glimpse(CurrentSession session, Instant forgetAt) {}

    /** A number that grows whenever a session has to be looked at before its time. */
    long changes() {
        return changes.get();
    }

    /**
     * Makes sure of a session that came by itself, and that nothing but Tableau's word speaks for.
     *
     * @param key names the session and does not open it
     * @throws OAuthException as above
     */
    Glimpse check(String key, URI server, Secret sessionToken) {
        SessionState state =
                states.get(key, id -> new SessionState(clock.instant().plus(REMEMBERED_FOR)));
        makeSure(state, server, sessionToken);
        return new Glimpse(state.lastAnswer().orElseThrow(SessionLiveness::unavailable), state.forgetAt());
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
        changes.incrementAndGet();
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
            changes.incrementAndGet();
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
