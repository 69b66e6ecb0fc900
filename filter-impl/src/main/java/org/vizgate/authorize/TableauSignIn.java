package org.vizgate.authorize;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.vizgate.crypto.Pkce;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.tableau.SignInRequest;
import org.vizgate.tableau.SiteLock;
import org.vizgate.tableau.TableauAuthorization;
import org.vizgate.web.Call;
import org.vizgate.web.Reply;
import org.vizgate.web.SetCookie;

/** Sends the browser to Tableau, with the pending sign-in in a cookie. */
final class TableauSignIn {
    private static final int VERIFIER_BYTES = 32;
    private static final int STATE_BYTES = 16;
    private static final int MAX_COOKIE = 3_500;

    private final TableauAuthorization tableau;
    private final SealedRequests sealed;
    private final BrowserCookies cookies;
    private final EndpointUris uris;
    private final SiteLock site;
    private final Duration life;
    private final RandomTokens random;
    private final Clock clock;

    TableauSignIn(
            TableauAuthorization tableau,
            SealedRequests sealed,
            BrowserCookies cookies,
            EndpointUris uris,
            SiteLock site,
            Duration life,
            RandomTokens random,
            Clock clock) {
        this.tableau = tableau;
        this.sealed = sealed;
        this.cookies = cookies;
        this.uris = uris;
        this.site = site;
        this.life = life;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Begins a sign-in.
     *
     * @param consentOf the user whose remembered consent is relied on
     * @throws OAuthException invalid_request, if the request is too long for a cookie
     */
    Reply begin(AuthorizationRequest request, Optional<String> consentOf, Call call) {
        PendingSignIn pending = new PendingSignIn(
                random.text(STATE_BYTES),
                request,
                random.uuid(),
                random.text(VERIFIER_BYTES),
                clock.instant().plus(life),
                consentOf);
        SetCookie cookie = cookies.pending(pending.state(), sealed.pending(pending), life);
        if (cookie.value().length() > MAX_COOKIE) {
            throw new OAuthException(
                    ErrorCode.INVALID_REQUEST, "the request is too long: shorten state or redirect_uri");
        }
        Reply reply = Reply.redirect(tableau.browserUri(atTableau(pending))).with(cookie);
        for (SetCookie old : cookies.surplus(call, cookie.value().length(), sealed::openPending)) {
            reply = reply.with(old);
        }
        return reply;
    }

    private SignInRequest atTableau(PendingSignIn pending) {
        return new SignInRequest(
                pending.tableauClientId(),
                uris.callback(),
                Pkce.challengeOf(pending.codeVerifier()),
                pending.state(),
                deviceName(pending.request().clientName()),
                site.contentUrl(),
                site.isLocked());
    }

    private static String deviceName(String clientName) {
        return clientName.isEmpty() ? "Vizgate" : "Vizgate (" + clientName + ")";
    }
}
