package org.vizgate.tableau;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.outbound.DaemonThreads;

/**
 * The sessions of a configured credential: one for all callers, or one for each if the credential names them. Safe for use by
 * several threads.
 */
public final class ConfiguredSessions implements AutoCloseable {
    private static final int MAX_SESSIONS = 1_000;
    private static final int MAX_SIGN_OUTS_AT_A_TIME = 4;
    // After this time nobody would get the session anyway.
    private static final Duration MAX_IDLE = Duration.ofMinutes(25);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(8);

    private final SignInPlace place;
    private final CredentialTemplate template;
    private final SessionKeeper.Tools tools;
    private final int maxSessions;
    private final DaemonThreads threads = new DaemonThreads("vizgate-tableau-sign-out");
    private final ThreadPoolExecutor signingOut;
    // In the order of their last use.
    private final LinkedHashMap<String, SessionKeeper> keepers = new LinkedHashMap<>(16, 0.75f, true);
    /** The one of all callers, once there is one: requests find it without waiting for each other. */
    private volatile @Nullable SessionKeeper common;

    private boolean isClosed;

    public ConfiguredSessions(SignInPlace place, CredentialTemplate template, SessionKeeper.Tools tools) {
        this(place, template, tools, MAX_SESSIONS);
    }

    /** @param maxSessions of callers at a time: who was away longest is signed out for another */
    ConfiguredSessions(SignInPlace place, CredentialTemplate template, SessionKeeper.Tools tools, int maxSessions) {
        this.place = place;
        this.template = template;
        this.tools = tools;
        this.maxSessions = maxSessions;
        this.signingOut = new ThreadPoolExecutor(
                MAX_SIGN_OUTS_AT_A_TIME,
                MAX_SIGN_OUTS_AT_A_TIME,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads);
        signingOut.allowCoreThreadTimeOut(true);
    }

    /** Whether each caller has a session of their own. */
    public boolean isPerCaller() {
        return template.isPerCaller();
    }

    /**
     * The session to act for a caller with.
     *
     * @param username proven to be the caller's; without meaning unless {@link #isPerCaller}
     * @throws TableauException if there is none
     */
    public SharedSession session(String username) {
        @Nullable SessionKeeper known = common;
        return (known == null ? keeper(username) : known).session();
    }

    private SessionKeeper keeper(String username) {
        boolean isPerCaller = template.isPerCaller();
        SessionKeeper keeper;
        synchronized (keepers) {
            if (isClosed) {
                throw new TableauException(Kind.UNAVAILABLE, "the application is stopping");
            }
            keeper = keepers.computeIfAbsent(
                    isPerCaller ? username : "", name -> new SessionKeeper(place, template.of(name), tools));
            common = isPerCaller ? null : keeper;
            takeLeaving();
        }
        return keeper;
    }

    private void takeLeaving() {
        Iterator<Map.Entry<String, SessionKeeper>> longestUnused =
                keepers.entrySet().iterator();
        for (int left = keepers.size(); left > 1; left--) {
            SessionKeeper candidate = longestUnused.next().getValue();
            if (left <= maxSessions && candidate.idle().compareTo(MAX_IDLE) < 0) {
                return;
            }
            longestUnused.remove();
            signingOut.execute(candidate::close);
        }
    }

    /** How many sessions there are, or will be when they are asked for. */
    int size() {
        synchronized (keepers) {
            return keepers.size();
        }
    }

    /** Signs all out, as far as that is done in a few seconds. */
    @Override
    public void close() {
        synchronized (keepers) {
            isClosed = true;
            common = null;
            keepers.values().forEach(keeper -> signingOut.execute(keeper::close));
            keepers.clear();
        }
        signingOut.shutdown();
        try {
            if (!threads.awaitEnd(signingOut, PATIENCE_AT_CLOSE)) {
                signingOut.shutdownNow();
            }
        } catch (InterruptedException e) {
            signingOut.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
