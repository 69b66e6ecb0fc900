package org.vizgate.limit;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

/**
 * Bounds what strangers can make this process compute: attempts that cost much and that anybody may make, with success or
 * without.
 *
 * <p>(1) A party whose attempts failed too often lately has one at a time and ten in a second; the rest is refused before it
 * costs anything. A party without failures is not limited. (2) Whoever they are, only so many attempts run at once; the
 * others wait for their turn, first come, first served, and not for ever. Safe for use by several threads, virtual ones too.
 */
public final class CostlyAttempts {
    private final Optional<Suspects> suspects;
    private final Semaphore turns;
    private final Duration patience;

    /**
     * @param failures how many of one party are tolerated; empty if nobody is to be told apart
     * @param atOnce how many attempts may run at the same time
     * @param patience how long an attempt waits for its turn
     */
    public CostlyAttempts(Optional<Rate> failures, int atOnce, Duration patience, Clock clock) {
        this.suspects = failures.map(tolerated -> new Suspects(tolerated, clock));
        // Fair: else a flood could overtake whoever waits.
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Makes an attempt, which fails if it throws.
     *
     * @param party who asks for it; asked for only if that matters
     * @throws OAuthException too_many_requests or temporarily_unavailable, if the attempt was not made
     */
    public <T> T make(Supplier<String> party, Supplier<T> attempt) {
        return suspects.isPresent() ? watched(suspects.get(), party.get(), attempt) : inTurn(attempt);
    }

    private <T> T watched(Suspects known, String party, Supplier<T> attempt) {
        Supplier<T> counted = () -> known.counting(party, attempt);
        if (known.include(party)) {
            return known.slowly(party, () -> inTurn(counted));
        }
        // Asked again: meanwhile others of the same party, which came before, may have failed.
        return inTurn(() -> known.include(party) ? known.slowly(party, counted) : counted.get());
    }

    private <T> T inTurn(Supplier<T> attempt) {
        if (!isMyTurn()) {
            throw new OAuthException(
                    ErrorCode.TEMPORARILY_UNAVAILABLE,
                    "there is too much to do now, try again later",
                    "no turn within " + patience.toMillis() + " ms");
        }
        try {
            return attempt.get();
        } finally {
            turns.release();
        }
    }

    private boolean isMyTurn() {
        try {
            return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
