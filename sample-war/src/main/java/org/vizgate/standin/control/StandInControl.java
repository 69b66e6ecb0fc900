package org.vizgate.standin.control;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

import org.vizgate.standin.cloud.CloudSessions;
import org.vizgate.standin.credential.KnownCredentials;
import org.vizgate.standin.http.PathPattern;
import org.vizgate.standin.http.Reply;
import org.vizgate.standin.oauth.AuthorizationCodes;
import org.vizgate.standin.oauth.OriginHost;
import org.vizgate.standin.oauth.RefreshTokens;
import org.vizgate.standin.session.Access;
import org.vizgate.standin.session.Session;
import org.vizgate.standin.session.Sessions;

/**
 * The stand-in's levers. Safe for use by several threads; each takes effect with the next call.
 *
 * <p>A path is a pattern: {@code *} stands for one segment, {@code **} for the rest of the path.
 */
public final class StandInControl {
    private static final String GATEWAY_PAGE = "<!DOCTYPE html><html lang=\"en\"><title>Please sign in</title>"
            + "<h1>Please sign in</h1><p>You are behind a gateway.</p></html>";

    private final Troubles troubles;
    private final CallCounts counts;
    private final Sessions sessions;
    private final CloudSessions cloudSessions;
    private final KnownCredentials credentials;
    private final AuthorizationCodes codes;
    private final RefreshTokens refreshTokens;
    private final OriginHost originHost;

    public StandInControl(
            Troubles troubles,
            CallCounts counts,
            Sessions sessions,
            CloudSessions cloudSessions,
            KnownCredentials credentials,
            AuthorizationCodes codes,
            RefreshTokens refreshTokens,
            OriginHost originHost) {
        this.troubles = troubles;
        this.counts = counts;
        this.sessions = sessions;
        this.cloudSessions = cloudSessions;
        this.credentials = credentials;
        this.codes = codes;
        this.refreshTokens = refreshTokens;
        this.originHost = originHost;
    }

    /** Trouble at a path, until the reset unless {@link At#times} says otherwise. */
    public At at(String path) {
        return new At(new PathPattern(path), OptionalInt.empty());
    }

    /** Where trouble is to be. Nothing happens until one of the kinds is chosen. */
    public final class At {
        private final PathPattern path;
        private final OptionalInt times;

        private At(PathPattern path, OptionalInt times) {
            this.path = path;
            this.times = times;
        }

        /** The same place, for the next {@code count} calls only. */
        public At times(int count) {
            return new At(path, OptionalInt.of(count));
        }

        /** Answers late, by real time. */
        public void slow(Duration delay) {
            troubles.add(Trouble.delay(path, delay, times));
        }

        /** Answers 503. */
        public void unavailable() {
            answer(Reply.text(503, "Service Unavailable"));
        }

        /** Answers 503, and to try again after so many whole seconds. */
        public void unavailable(Duration retryAfter) {
            answer(retry(Reply.text(503, "Service Unavailable"), retryAfter));
        }

        /** Answers 429, and to try again after so many whole seconds. */
        public void tooManyRequests(Duration retryAfter) {
            answer(retry(Reply.text(429, "Too Many Requests"), retryAfter));
        }

        /** Sends the caller elsewhere, by 301, 302, 307 or 308. */
        public void redirect(int status, URI target) {
            answer(Reply.empty(status).with("Location", target.toString()));
        }

        /** Closes the connection without an answer. */
        public void hangUp() {
            answer(Reply.HANG_UP);
        }

        /** Answers 200 with a web page, as a gateway in between does. */
        public void html() {
            answer(Reply.of(200, "text/html;charset=UTF-8", GATEWAY_PAGE));
        }

        /** Answers 401 with neither body nor code. */
        public void emptyUnauthorized() {
            answer(Reply.empty(401));
        }

        private void answer(Reply reply) {
            troubles.add(Trouble.answer(path, reply, times));
        }

        private static Reply retry(Reply reply, Duration after) {
            return reply.with("Retry-After", String.valueOf(after.toSeconds()));
        }
    }

    /** Ends all trouble, and changes nothing else. */
    public void endTrouble() {
        troubles.clear();
    }

    /** Ends the session with this token, if there is one. */
    public void endSession(String token) {
        sessions.end(token);
    }

    /** Ends every session of the users with this LUID or sign-in name. */
    public void endSessionsOf(String nameOrLuid) {
        sessions.endWhere(session -> isOf(session, nameOrLuid));
    }

    private static boolean isOf(Session session, String nameOrLuid) {
        return session.user().luid().equals(nameOrLuid) || session.user().name().equals(nameOrLuid);
    }

    /** Ends every session, the browsers' too. Refresh tokens stay good. */
    public void endAllSessions() {
        sessions.endAll();
    }

    /** How many sessions are alive, however they came about. */
    public long sessions() {
        return sessions.count(session -> true);
    }

    /** How many sessions of the users with this LUID or sign-in name are alive. */
    public long sessionsOf(String nameOrLuid) {
        return sessions.count(session -> isOf(session, nameOrLuid));
    }

    /** How many sessions of Cloud Manager are alive. */
    public long cloudManagerSessions() {
        return cloudSessions.count();
    }

    /** Ends every session of Cloud Manager. */
    public void endCloudManagerSessions() {
        cloudSessions.endAll();
    }

    /** Makes a personal access token open nothing any more, and ends its session. */
    public void revokePersonalAccessToken(String name) {
        credentials.personalAccessTokens().revoke(name);
        String credential = Access.byPersonalAccessToken(name).credential();
        sessions.endWhere(session -> session.access().credential().equals(credential));
    }

    /** Refuses the next {@code times} refreshes; their tokens stay as they are. */
    public void refuseNextRefreshes(int times) {
        refreshTokens.refuseNext(times);
    }

    /** Whether a refresh token still works after its successor was given out. At first it does not. */
    public void oldRefreshTokensStayGood(boolean good) {
        refreshTokens.goodAfterRotation(good);
    }

    /** What the token endpoint calls {@code origin_host} from now on. */
    public void originHost(String host) {
        originHost.pretend(host);
    }

    /** How often paths like this were called since the start or the reset, those in trouble included. */
    public long calls(String path) {
        return counts.of(new PathPattern(path));
    }

    /** As if just started: no trouble, no sessions, no codes, no refresh tokens, no counts, the first credentials. */
    public void reset() {
        troubles.clear();
        sessions.endAll();
        cloudSessions.endAll();
        credentials.reset();
        codes.clear();
        refreshTokens.reset();
        originHost.reset();
        counts.clear();
    }
}
