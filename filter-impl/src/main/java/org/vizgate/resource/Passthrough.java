package org.vizgate.resource;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

import org.vizgate.credential.CurrentSession;
import org.vizgate.crypto.Digests;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauCaller;
import org.vizgate.tableau.SiteLock;

/**
 * Callers who bring a Tableau session instead of an access token. Who they are is what Tableau says; the session is theirs,
 * and never signed out here. Safe for use by several threads.
 */
public final class Passthrough {
    /** What {@link TableauCaller#clientId} says of such a caller. */
    private static final String CLIENT = "passthrough";

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}");

    private final URI server;
    private final SessionLiveness liveness;
    private final SiteLock site;
    private final Scopes scopes;

    /**
     * @param server the one Tableau that such tokens are sent to
     * @param liveness for these callers only
     * @param scopes that each of them has
     */
    public Passthrough(URI server, SessionLiveness liveness, SiteLock site, Scopes scopes) {
        this.server = server;
        this.liveness = liveness;
        this.site = site;
        this.scopes = scopes;
    }

    /**
     * The caller with this session.
     *
     * @param headers every value of {@code X-Tableau-Auth}, at least one
     * @throws OAuthException invalid_request, invalid_token or temporarily_unavailable
     */
    TableauCaller caller(List<String> headers) {
        if (headers.size() > 1 || !TOKEN.matcher(headers.get(0)).matches()) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "the X-Tableau-Auth header is not one session token");
        }
        Secret token = Secret.of(headers.get(0));
        // What is remembered must not be usable as a session.
        String digest = Digests.full(token.reveal());
        SessionLiveness.Glimpse seen = liveness.check(digest, server, token);
        CurrentSession session = seen.session();
        if (!site.admits(session.site().contentUrl())) {
            throw new OAuthException(ErrorCode.INVALID_TOKEN, "the Tableau session is for another Tableau site");
        }
        EmbeddedSession embedded =
                new EmbeddedSession(server, session.site(), session.user(), token, () -> liveness.suspect(digest));
        String name = site.isLocked() ? session.user().name() : session.user().id();
        return new Caller(session.user().id(), name, CLIENT, scopes, seen.forgetAt(), embedded);
    }
}
