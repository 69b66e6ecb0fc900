package org.vizgate.config;

import java.net.URI;
import java.util.Set;

import org.vizgate.scope.Scopes;

import static org.vizgate.config.SettingKey.ENABLE_PASSTHROUGH_AUTH;
import static org.vizgate.config.SettingKey.OAUTH_ACCEPT_UNSIGNED_TOKENS;
import static org.vizgate.config.SettingKey.OAUTH_CLIENT_METADATA;
import static org.vizgate.config.SettingKey.OAUTH_STATUS_PAGE;

/** Checks what only shows when parts of the settings are seen together. */
final class CrossChecks {
    private static final String CLOUD_DOMAIN = ".online.tableau.com";

    private final Settings.Gate gate;
    private final Settings.Protection protection;
    private final Settings.Tableau tableau;
    private final Lookup lookup;

    CrossChecks(Settings.Gate gate, Settings.Protection protection, Settings.Tableau tableau, Lookup lookup) {
        this.gate = gate;
        this.protection = protection;
        this.tableau = tableau;
        this.lookup = lookup;
    }

    /** Unsigned tokens prove nothing by themselves: a Tableau that is known has to be asked about each of them. */
    void refuseUncheckedTokens(Settings.Lifetimes lifetimes) {
        if (!gate.acceptUnsignedTokens()) {
            return;
        }
        if (tableau.server().isEmpty()) {
            lookup.problem(
                    OAUTH_ACCEPT_UNSIGNED_TOKENS,
                    "is true, but SERVER does not name the Tableau that is to be asked about such tokens",
                    "Write Tableau's address into SERVER, or remove " + OAUTH_ACCEPT_UNSIGNED_TOKENS);
        }
        if (lifetimes.sessionCheckInterval().isEmpty()) {
            lookup.problem(
                    OAUTH_ACCEPT_UNSIGNED_TOKENS,
                    "is true, but OAUTH_SESSION_CHECK_INTERVAL_MS is never, so nobody would be asked about such tokens",
                    "Write a number of milliseconds into OAUTH_SESSION_CHECK_INTERVAL_MS");
        }
    }

    /** A session token is sent to the Tableau that is configured; on Cloud nobody could say to which pod. */
    void refusePassthroughToNowhere() {
        if (protection.passthrough().isPresent() && tableau.server().isEmpty()) {
            lookup.problem(
                    ENABLE_PASSTHROUGH_AUTH,
                    "is true, but SERVER does not name the Tableau that is to be asked about such sessions",
                    "Write Tableau's address into SERVER, or remove " + ENABLE_PASSTHROUGH_AUTH);
        }
    }

    /** A proxy looks up names by itself, so it cannot be seen here whether a document's host is a public one. */
    void refuseDocumentsOfAnyHostThroughAProxy(Settings.Clients clients) {
        if (tableau.proxy().isPresent()
                && clients.metadataHosts().filter(Set::isEmpty).isPresent()) {
            lookup.problem(
                    OAUTH_CLIENT_METADATA,
                    "lets any client have its metadata document fetched, but TABLEAU_PROXY is set, and behind a proxy"
                            + " documents on internal hosts cannot be told from others",
                    "Write the hosts whose clients you want, such as client.example.org, or off");
        }
    }

    /** The page is for those who prove that they may read it. */
    void refuseStatusPageWithoutReaders(Settings.Clients clients) {
        if (gate.statusPage()
                && clients.blocked().containsAll(clients.secretPairs().keySet())) {
            lookup.problem(
                    OAUTH_STATUS_PAGE,
                    "is on, but nobody could read the page: it is for the clients of OAUTH_CLIENT_ID_SECRET_PAIRS",
                    "Write an id and a secret for whoever is to read it into OAUTH_CLIENT_ID_SECRET_PAIRS, such as"
                            + " monitoring:, followed by what openssl rand -hex 24 prints");
        }
    }

    /** For settings without problems: what is doubtful about them. */
    void warn(String contextPath) {
        warnOfUnsignedTokens();
        warnOfAddresses(contextPath);
        warnOfCloud();
        warnOfScopes();
        if (protection.publicPaths().isEverything()) {
            lookup.warning("OAUTH_PUBLIC_PATHS has the pattern /*: the whole application is public.");
        }
    }

    private void warnOfUnsignedTokens() {
        if (gate.acceptUnsignedTokens()) {
            lookup.warning("OAUTH_ACCEPT_UNSIGNED_TOKENS is true: whoever knows the public key can make a token around"
                    + " any Tableau session. Switch it off when the migration is over.");
        }
    }

    private void warnOfAddresses(String contextPath) {
        URI issuer = gate.issuer();
        if (!issuer.getPath().equals(contextPath) && !issuer.getRawPath().equals(contextPath)) {
            lookup.warning("The path of OAUTH_ISSUER, " + Shown.quoted(issuer.getPath())
                    + ", is not the context path, " + Shown.quoted(contextPath)
                    + ". That is right only behind a proxy that maps one to the other.");
        }
        for (URI resource : gate.resources()) {
            if (!WebUris.isAtOrBelow(issuer, resource)) {
                lookup.warning("OAUTH_RESOURCE_URI names " + Shown.quoted(resource.toString())
                        + ", which is not below OAUTH_ISSUER: no request of this web application belongs to it.");
            }
        }
    }

    private void warnOfCloud() {
        boolean cloud = tableau.server()
                .map(server -> server.getHost().endsWith(CLOUD_DOMAIN))
                .orElse(true);
        if (cloud && !WebUris.isLoopback(gate.issuer())) {
            lookup.warning("Tableau Cloud accepts this sign-in only with a callback on loopback, such as"
                    + " http://127.0.0.1:8080/Callback. With this OAUTH_ISSUER it will refuse users; set SERVER to use a"
                    + " Tableau Server.");
        }
    }

    private void warnOfScopes() {
        Scopes needed = protection.scopeRules().all();
        if (protection.scopesDisabled()) {
            if (!needed.isEmpty()) {
                lookup.warning("OAUTH_DISABLE_SCOPES is true: OAUTH_SCOPE_RULES has no effect.");
            }
            return;
        }
        protection
                .scopesSupported()
                .filter(supported -> !supported.covers(needed))
                .ifPresent(supported -> lookup.warning(
                        "OAUTH_SCOPE_RULES asks for scopes that OAUTH_SCOPES_SUPPORTED does not let anybody have."));
    }
}
