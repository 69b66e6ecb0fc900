package org.vizgate.tableau;

import java.net.URI;
import java.time.Duration;

import org.vizgate.credential.CurrentSession;
import org.vizgate.session.Secret;
import org.vizgate.session.SessionHeader;
import org.vizgate.session.TableauSession;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;

/** A session that many use at a time, and what is known of its health. Safe for use by several threads. */
public final class SharedSession implements TableauSession {
    /** What is thought of a session. */
    enum Health {
        /** Nobody has complained. */
        GOOD,
        /** Somebody says that it has ended: Tableau is to be asked. */
        DOUBTED,
        /** Tableau refused a call with it, as it refuses any that has ended. */
        ENDED
    }

    // Tableau Cloud ends sessions after 120 minutes, and after 30 without a call.
    private static final Duration MAX_AGE = Duration.ofMinutes(110);
    private static final Duration MAX_IDLE = Duration.ofMinutes(25);
    // How long after that one may go on with it if there is no other.
    private static final Duration SPARE = Duration.ofMinutes(4);
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final NewSession session;
    private final CurrentSession owner;
    private final long since;
    private volatile long lastUsed;
    private volatile Health health = Health.GOOD;
    private volatile boolean vouchedFor;

    /** @param owner Tableau's word for whom the session acts */
    SharedSession(NewSession session, CurrentSession owner, long since) {
        this.session = session;
        this.owner = owner;
        this.since = since;
        this.lastUsed = since;
    }

    NewSession session() {
        return session;
    }

    /** Whether nothing is to be done about it yet. */
    boolean isFresh(long now) {
        return health == Health.GOOD && isWithin(MAX_AGE, MAX_IDLE, now);
    }

    /** Whether Tableau has most likely not ended it. */
    boolean isUsable(long now) {
        return health == Health.GOOD && isWithin(MAX_AGE.plus(SPARE), MAX_IDLE.plus(SPARE), now);
    }

    /** Whether it cannot have ended by itself. */
    boolean isYoung(long now) {
        return now - since < YOUNG.toNanos();
    }

    private boolean isWithin(Duration age, Duration idle, long now) {
        return now - since < age.toNanos() && now - lastUsed < idle.toNanos();
    }

    void use(long now) {
        lastUsed = now;
    }

    Health health() {
        return health;
    }

    void end() {
        health = Health.ENDED;
    }

    /** Tableau said that the session lives although somebody was refused: it was something else that was missing. */
    void vouch() {
        vouchedFor = true;
        health = Health.GOOD;
    }

    boolean isVouchedFor() {
        return vouchedFor;
    }

    @Override
    public URI server() {
        return session.server();
    }

    @Override
    public TableauSite site() {
        return session.site();
    }

    @Override
    public TableauUser user() {
        return owner.user();
    }

    @Override
    public Secret token() {
        return session.token();
    }

    @Override
    public SessionHeader header() {
        return new SessionHeader(TableauRestClient.SESSION_HEADER, token());
    }

    @Override
    public void reportLost() {
        if (health == Health.GOOD) {
            health = Health.DOUBTED;
        }
    }

    @Override
    public String toString() {
        return "TableauSession[" + user().id() + " on " + server() + "]";
    }
}
