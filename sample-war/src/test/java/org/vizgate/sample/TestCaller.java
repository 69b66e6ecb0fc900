package org.vizgate.sample;

import java.net.URI;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.session.SessionHeader;
import org.vizgate.session.TableauCaller;
import org.vizgate.session.TableauSession;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;

/**
 * A caller as the gate would hand it over.
 *
 * @param userName Tableau user name; the rest is ordinary
 * @param server where Tableau is
 * @param lost whether the session was reported lost
 */
record TestCaller(String userName, URI server, AtomicBoolean lost) implements TableauCaller, TableauSession {
    static final String TOKEN = "session-token-of-the-caller";
    static final String SITE_ID = "5b1f6a0e-2222-4c3d-8e9f-102030405060";

    static TestCaller of(String userName, URI server) {
        return new TestCaller(userName, server, new AtomicBoolean());
    }

    static TestCaller ordinary() {
        return of("jo@corp.example", URI.create("http://127.0.0.1:9"));
    }

    @Override
    public String subject() {
        return "7d0c3a52-1111-4f6e-9b1a-0a0b0c0d0e0f";
    }

    @Override
    public String getName() {
        return subject();
    }

    @Override
    public String clientId() {
        return "client";
    }

    @Override
    public Scopes scopes() {
        return Scopes.of("tableau:content:read", "tableau:views:embed");
    }

    @Override
    public Instant expiresAt() {
        return Instant.parse("2026-11-21T12:00:00Z");
    }

    @Override
    public TableauSession session() {
        return this;
    }

    @Override
    public TableauSite site() {
        return new TableauSite(SITE_ID, "sales");
    }

    @Override
    public TableauUser user() {
        return new TableauUser(subject(), userName);
    }

    @Override
    public Secret token() {
        return Secret.of(TOKEN);
    }

    @Override
    public SessionHeader header() {
        return new SessionHeader("X-Tableau-Auth", token());
    }

    @Override
    public void reportLost() {
        lost.set(true);
    }
}
