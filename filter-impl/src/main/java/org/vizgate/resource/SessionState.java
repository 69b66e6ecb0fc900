package org.vizgate.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.vizgate.accesstoken.AccessTokenClaims;
import org.vizgate.credential.CurrentSession;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

/** What is known of one token's Tableau session. */
final class SessionState {
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(10);
    private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 10;

    private final ReentrantLock asking = new ReentrantLock();
    private final Instant forgetAt;
    private final boolean authentic;
    private volatile Instant believedSince;
    private volatile Instant notBefore = Instant.MIN;
    private volatile boolean over;
    private volatile @Nullable CurrentSession answer;
    private volatile Instant askedAt = Instant.MIN;
    private volatile int failures;

    /** A token that we signed counts as checked when it was issued; any other was never checked. */
    SessionState(AccessTokenClaims claims, boolean authentic) {
        this.forgetAt = claims.usableUntil();
        this.authentic = authentic;
        this.believedSince = authentic ? claims.issuedAt() : Instant.EPOCH;
    }

    /** For a session of which nobody but Tableau can say anything. */
    SessionState(Instant forgetAt) {
        this.forgetAt = forgetAt;
        this.authentic = false;
        this.believedSince = Instant.EPOCH;
    }

    Instant forgetAt() {
        return forgetAt;
    }

    boolean isAuthentic() {
        return authentic;
    }

    Optional<CurrentSession> lastAnswer() {
        return Optional.ofNullable(answer);
    }

    /** @throws OAuthException invalid_token, if the session is known to be over */
    boolean isDue(Instant now, Duration interval) {
        if (over) {
            throw over();
        }
        return !now.isBefore(dueAt(interval));
    }

    /** When the next question is due. */
    Instant dueAt(Duration interval) {
        Instant believedUntil = believedSince.plus(interval);
        Instant pausedUntil = notBefore;
        return believedUntil.isAfter(pausedUntil) ? believedUntil : pausedUntil;
    }

    /** Whether the caller is to ask; if not, the last answer is good enough. Waits when it is not. */
    boolean startAsking(Instant now, Duration interval) {
        boolean mustKnow = !now.isBefore(believedSince.plus(interval.multipliedBy(2)));
        if (mustKnow) {
            asking.lock();
            return true;
        }
        return asking.tryLock();
    }

    void stopAsking() {
        asking.unlock();
    }

    void answered(CurrentSession session, Instant now) {
        answer = session;
        believedSince = now;
        askedAt = now;
        failures = 0;
    }

    void lost() {
        over = true;
    }

    /**
     * Lets Tableau recover before the next question.
     *
     * @param interval the first pause, doubled each time up to ten minutes; zero for a second each time
     */
    void unanswered(Instant now, Duration interval) {
        Duration first = interval.compareTo(SHORTEST_BACK_OFF) < 0 ? SHORTEST_BACK_OFF : interval;
        Duration backOff = interval.isZero() ? first : first.multipliedBy(1L << failures);
        notBefore = now.plus(backOff.compareTo(LONGEST_BACK_OFF) < 0 ? backOff : LONGEST_BACK_OFF);
        askedAt = now;
        failures = Math.min(failures + 1, MAX_DOUBLINGS);
    }

    /** Whether the last question got no answer. */
    boolean isUnanswered() {
        return failures > 0;
    }

    /** Whether Tableau was asked after {@code instant}. */
    boolean wasAskedSince(Instant instant) {
        return askedAt.isAfter(instant);
    }

    void suspect() {
        believedSince = Instant.EPOCH;
        notBefore = Instant.MIN;
    }

    static OAuthException over() {
        return new OAuthException(ErrorCode.INVALID_TOKEN, "the Tableau session of the access token has ended");
    }
}
