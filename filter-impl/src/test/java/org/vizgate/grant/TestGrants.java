package org.vizgate.grant;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.vizgate.crypto.MacKey;
import org.vizgate.crypto.Pkce;
import org.vizgate.jose.TestKeys;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;
import org.vizgate.spi.GrantStore;
import org.vizgate.testing.SetClock;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Ordinary grants. */
public final class TestGrants {
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    public static final String CLIENT = "client-1";
    public static final String REDIRECT = "https://client.example/cb";
    public static final String RESOURCE = "https://gate.example/mcp";
    public static final String OTHER_RESOURCE = "https://gate.example/api";
    public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    public static final String GRANT_ID = "grantgrantgrantgrant-1";

    private TestGrants() {}

    public static TableauGrant tableau(URI server, Duration sessionLife) {
        return new TableauGrant(
                "tableau-client-1",
                server,
                Secret.of("SECRET-tableau-session"),
                NOW.plus(sessionLife),
                Secret.of("SECRET-tableau-refresh"),
                new TableauSite("site-luid", "marketing"),
                new TableauUser("user-luid", "zo\u00eb"));
    }

    public static Approval approval(TableauGrant tableau) {
        return new Approval(
                CLIENT,
                "none",
                List.of(RESOURCE, OTHER_RESOURCE),
                Scopes.of("tableau:content:read", "tableau:views:*"),
                tableau);
    }

    public static AuthorizationCode code(TableauGrant tableau) {
        return new AuthorizationCode(approval(tableau), REDIRECT, Pkce.challengeOf(VERIFIER));
    }

    /** Ends after a day. */
    static RefreshGrant grant() {
        TableauGrant tableau = tableau(URI.create("https://pod.online.tableau.com"), Duration.ofHours(2));
        return new RefreshGrant(GRANT_ID, approval(tableau), NOW.plus(Duration.ofDays(1)));
    }

    public static AuthorizationCodes codes(GrantStore store, SetClock clock) {
        return new AuthorizationCodes(store, TestKeys.JSON, TestKeys.RANDOM, clock);
    }

    public static RefreshGrants grants(GrantStore store, SetClock clock) {
        return new RefreshGrants(store, TestKeys.JSON, proof(), TestKeys.RANDOM, clock);
    }

    static MacKey proof() {
        return new MacKey("proof of issue".getBytes(UTF_8));
    }
}
