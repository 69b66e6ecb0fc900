package org.vizgate.library;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.CurrentSession;
import org.vizgate.credential.ServerInfo;
import org.vizgate.credential.SignedInSession;
import org.vizgate.session.Secret;
import org.vizgate.session.SessionHeader;
import org.vizgate.session.TableauSite;
import org.vizgate.tableau.NewSession;
import org.vizgate.tableau.TableauRestClient;

/** A session that a program signed in to, with connections of its own. */
final class OwnSession implements SignedInSession {
    private final AtomicReference<@Nullable NewSession> open;
    private final TableauRestClient rest;
    private final Parts parts;
    private final ReentrantLock switching = new ReentrantLock();

    OwnSession(NewSession session, TableauRestClient rest, Parts parts) {
        this.open = new AtomicReference<>(session);
        this.rest = rest;
        this.parts = parts;
    }

    private NewSession now() {
        NewSession session = open.get();
        if (session == null) {
            throw new IllegalStateException("this session was signed out: sign in again");
        }
        return session;
    }

    @Override
    public URI server() {
        return now().server();
    }

    @Override
    public ApiVersion apiVersion() {
        return now().apiVersion();
    }

    @Override
    public TableauSite site() {
        return now().site();
    }

    @Override
    public String userId() {
        return now().userId();
    }

    @Override
    public Secret token() {
        return now().token();
    }

    @Override
    public SessionHeader header() {
        return new SessionHeader(TableauRestClient.SESSION_HEADER, token());
    }

    @Override
    public URI resource(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("the path of a REST method starts with one slash");
        }
        NewSession session = now();
        return session.server().resolve("/api/" + session.apiVersion() + path);
    }

    @Override
    public CurrentSession current() {
        NewSession session = now();
        return rest.currentSession(session.server(), session.token());
    }

    @Override
    public ServerInfo serverInfo() {
        return rest.serverInfo(server());
    }

    /** One at a time: two switches would leave a session behind that nobody signs out. */
    @Override
    public void switchSite(String contentUrl) {
        switching.lock();
        try {
            NewSession before = now();
            rest.switchSite(before, contentUrl).ifPresent(after -> {
                if (!open.compareAndSet(before, after)) {
                    // Closed in between: the new one must not outlive that.
                    rest.signOut(after.server(), after.token());
                }
            });
        } finally {
            switching.unlock();
        }
    }

    @Override
    public void close() {
        NewSession session = open.getAndSet(null);
        if (session != null) {
            try {
                rest.signOut(session.server(), session.token());
            } finally {
                parts.close();
            }
        }
    }

    @Override
    public String toString() {
        NewSession session = open.get();
        return session == null
                ? "SignedInSession[signed out]"
                : "SignedInSession[" + session.userId() + " on " + session.server() + "]";
    }
}
