package org.vizgate.standin.credential;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.vizgate.standin.session.Access;

/** The personal access tokens that are good: neither revoked nor expired, and used now and then. Safe for several threads. */
public final class PersonalAccessTokens {
    /** Fifteen days without use end one. */
    static final Duration IDLE = Duration.ofDays(15);

    private final Clock clock;
    private final Collection<PersonalAccessToken> initial;
    private final Map<String, Used> byName = new ConcurrentHashMap<>();

    private record Used(PersonalAccessToken token, Instant last) {
        boolean isGood(String secret, Instant now) {
            return Texts.same(token.secret(), secret) && now.isBefore(token.expires()) && now.isBefore(last.plus(IDLE));
        }
    }

    PersonalAccessTokens(Clock clock, Collection<PersonalAccessToken> initial) {
        this.clock = clock;
        this.initial = initial;
        reset();
    }

    /** Whose it is. It counts as used now. */
    public Identity open(String name, String secret) {
        Instant now = clock.instant();
        Used used = byName.computeIfPresent(
                name, (same, known) -> known.isGood(secret, now) ? new Used(known.token(), now) : known);
        if (used == null || !used.isGood(secret, now)) {
            throw Refused.withoutReason();
        }
        return new Identity(used.token().userName(), Access.byPersonalAccessToken(name));
    }

    /** Makes this token open nothing any more; unknown names are nothing to revoke. */
    public void revoke(String name) {
        byName.remove(name);
    }

    void reset() {
        byName.clear();
        initial.forEach(token -> byName.put(token.name(), new Used(token, clock.instant())));
    }
}
