package org.vizgate.tableau;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

import org.vizgate.credential.TableauException;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;
import org.vizgate.session.Secret;

/**
 * Tableau as the upstream authorization server: where its users sign in, and who gives out their tokens. Safe for use by
 * several threads.
 *
 * <p>Tableau publishes no reference of these endpoints. What is done here is what Tableau's own MCP server does (the
 * folders {@code src/server/oauth} and {@code src/sdks/tableau-oauth} of {@code github.com/tableau/tableau-mcp}); it needs
 * Tableau Server 2025.3 or Tableau Cloud.
 */
public final class TableauAuthorization {
    private static final Logger LOG = System.getLogger(TableauAuthorization.class.getName());
    private static final Duration PREFLIGHT_DEADLINE = Duration.ofSeconds(3);

    // Anybody who consents causes one, so they must not take all connections.
    private static final int MAX_PREFLIGHTS = 4;

    private final Semaphore preflights = new Semaphore(MAX_PREFLIGHTS);
    private final HttpSender sender;
    private final TableauHosts hosts;
    private final Clock clock;
    private final TokenAnswers answers;
    private final Hourly refusalWarning;

    public TableauAuthorization(HttpSender sender, Json json, TableauHosts hosts, Clock clock) {
        this.sender = sender;
        this.hosts = hosts;
        this.clock = clock;
        this.refusalWarning = new Hourly(clock);
        this.answers = new TokenAnswers(new TableauReplies(json), hosts);
    }

    /** The address of Tableau's sign-in page for this request. */
    public URI authorizationUri(SignInRequest request) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", request.clientId());
        query.put("response_type", "code");
        query.put("redirect_uri", request.redirectUri().toString());
        query.put("code_challenge", request.codeChallenge());
        query.put("code_challenge_method", "S256");
        query.put("state", request.state());
        query.put("device_id", DeviceId.of(request.deviceName()).toString());
        query.put("device_name", request.deviceName());
        // The only value that Tableau is known to accept: there is no registration, and no list of others.
        query.put("client_type", "tableau-mcp");
        query.put("target_site", request.targetSite());
        if (request.siteLocked()) {
            // Tells Tableau that the site has been chosen; it then shows no site picker.
            query.put("redirected", "true");
        }
        return hosts.signIn().resolve("/oauth2/v1/auth?" + Form.encoded(query));
    }

    /**
     * The address to send the browser to: {@link #authorizationUri}, or a page of Tableau Server where the user picks the
     * site.
     *
     * <p>A Server shows a browser without a session its sign-in page and never asks for the site, which Cloud does. So its
     * answer is looked at once, from here, and the browser goes to the page that asks. If that fails it goes where it would
     * have gone anyway.
     */
    public URI browserUri(SignInRequest request) {
        URI plain = authorizationUri(request);
        if (request.siteLocked() || hosts.isCloud() || !preflights.tryAcquire()) {
            return plain;
        }
        try {
            OutboundReply reply =
                    sender.send(OutboundRequest.get(plain, Map.of()).as("sign-in-page"), PREFLIGHT_DEADLINE);
            warnIfRefused(reply, request.redirectUri());
            return SitePicker.address(hosts.signIn(), reply).orElse(plain);
        } catch (OutboundException e) {
            return plain;
        } finally {
            preflights.release();
        }
    }

    // Tableau does not say why. A server before 2025.3 does not know the address at all.
    private void warnIfRefused(OutboundReply reply, URI callback) {
        if (reply.status() >= 400 && reply.status() < 500 && refusalWarning.isDue()) {
            LOG.log(
                    Level.WARNING,
                    "{0} refuses to begin a sign-in (status {1}). {2}",
                    hosts.signIn(),
                    Integer.toString(reply.status()),
                    reply.status() == 404
                            ? "It may be older than Tableau Server 2025.3."
                            : "It may not allow the callback " + callback
                                    + "; then an administrator has to run: tsm configuration set -k"
                                    + " oauth.allowed_redirect_uri_hosts -v " + callback.getRawAuthority()
                                    + " && tsm pending-changes apply");
        }
    }

    /** @throws TableauException CREDENTIALS_REJECTED, if Tableau refused the code */
    public UpstreamGrant exchange(String code, String codeVerifier, URI redirectUri, String clientId) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", codeVerifier);
        form.put("redirect_uri", redirectUri.toString());
        form.put("client_id", clientId);
        return grant("code-exchange", form);
    }

    /**
     * Renews a session. The refresh token that was sent may be dead afterwards, whatever comes back.
     *
     * @param siteContentUrl the site to renew for: without it Tableau would choose the Default site
     * @throws TableauException CREDENTIALS_REJECTED, if Tableau refused the refresh token
     */
    public UpstreamGrant refresh(Secret refreshToken, String clientId, String siteContentUrl) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken.reveal());
        form.put("client_id", clientId);
        form.put("site_namespace", siteContentUrl);
        return grant("renewal", form);
    }

    private UpstreamGrant grant(String call, Map<String, String> form) {
        URI endpoint = hosts.signIn().resolve("/oauth2/v1/token");
        OutboundRequest request = OutboundRequest.post(
                endpoint,
                Map.of("Accept", "application/json"),
                new OutboundRequest.Body(Form.MEDIA_TYPE, Form.encoded(form)));
        // Before the request: the token's life must not seem longer than it is.
        Instant now = clock.instant();
        try {
            return answers.grant(sender.send(request.as(call)), endpoint, now);
        } catch (OutboundException e) {
            throw Refusals.of(e);
        }
    }
}
