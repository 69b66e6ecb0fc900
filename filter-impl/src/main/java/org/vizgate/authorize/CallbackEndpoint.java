package org.vizgate.authorize;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

import org.vizgate.access.Blocked;
import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditLog;
import org.vizgate.audit.AuditRecord;
import org.vizgate.client.RedirectUris;
import org.vizgate.credential.TableauException;
import org.vizgate.grant.Approval;
import org.vizgate.grant.AuthorizationCode;
import org.vizgate.grant.AuthorizationCodes;
import org.vizgate.grant.TableauGrant;
import org.vizgate.page.ErrorPage;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthError;
import org.vizgate.tableau.SiteLock;
import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Reply;
import org.vizgate.web.SetCookie;

/**
 * Where Tableau sends the browser back to: (1) finds the pending sign-in of this browser, (2) turns Tableau's code into a
 * session, once, (3) checks site and user, (4) answers the client with a code of ours.
 */
public final class CallbackEndpoint implements Endpoint {
    private static final Logger LOG = System.getLogger(CallbackEndpoint.class.getName());
    private static final Duration USUAL_LIFE = Duration.ofSeconds(10);
    // A browser asks the user before it opens a program.
    private static final Duration CUSTOM_SCHEME_LIFE = Duration.ofSeconds(60);

    private final PendingSignIns pendingSignIns;
    private final TableauArrival arrival;
    private final SiteLock site;
    private final Blocked blocked;
    private final Consent consent;
    private final AuthorizationCodes codes;
    private final AuthorizationReply replies;
    private final Optional<Duration> codeLife;
    private final AuditLog audit;

    CallbackEndpoint(
            PendingSignIns pendingSignIns,
            TableauArrival arrival,
            SiteLock site,
            Blocked blocked,
            Consent consent,
            AuthorizationCodes codes,
            AuthorizationReply replies,
            Optional<Duration> codeLife,
            AuditLog audit) {
        this.pendingSignIns = pendingSignIns;
        this.arrival = arrival;
        this.site = site;
        this.blocked = blocked;
        this.consent = consent;
        this.codes = codes;
        this.replies = replies;
        this.codeLife = codeLife;
        this.audit = audit;
    }

    @Override
    public Reply handle(Call call) {
        PendingSignIn pending = pendingSignIns.find(call);
        return pendingSignIns.ended(pending, answer(pending, call));
    }

    private Reply answer(PendingSignIn pending, Call call) {
        AuthorizationRequest request = pending.request();
        Optional<String> error = call.query().one("error");
        if (error.isPresent()) {
            return refusedByTableau(request, error.get(), call);
        }
        Optional<String> code = call.query().one("code");
        if (code.isEmpty()) {
            audit(AuditEvent.SIGN_IN_REFUSED, request, call).because("no-code").write();
            return failed(request, new OAuthError(ErrorCode.SERVER_ERROR, "Tableau answered without a code"));
        }
        pendingSignIns.spend(pending);
        try {
            return signedIn(pending, arrival.grant(pending, code.get()), call);
        } catch (TableauException e) {
            LOG.log(Level.WARNING, "{0}: sign-in at Tableau failed: {1}", call.correlationId(), e.getMessage());
            OAuthError told = TableauErrors.forClient(e);
            audit(AuditEvent.SIGN_IN_REFUSED, request, call)
                    .because(told.code().wireName())
                    .write();
            return failed(request, told);
        }
    }

    private Reply refusedByTableau(AuthorizationRequest request, String error, Call call) {
        LOG.log(Level.INFO, "{0}: Tableau refused a sign-in: {1}", call.correlationId(), TableauErrors.named(error));
        audit(AuditEvent.SIGN_IN_REFUSED, request, call)
                .because("denied-at-tableau")
                .write();
        OAuthError denied = new OAuthError(ErrorCode.ACCESS_DENIED, "the sign-in at Tableau was not completed");
        return "invalid_request".equals(error)
                ? ErrorPage.OTHER_SITE_OPEN.reply(call, wayBack(request, denied))
                : failed(request, denied);
    }

    private Reply signedIn(PendingSignIn pending, TableauGrant grant, Call call) {
        AuthorizationRequest request = pending.request();
        String user = grant.user().id();
        if (blocked.hasUser(user)) {
            audit(AuditEvent.SIGN_IN_REFUSED, request, call)
                    .because("blocked-user")
                    .with("user", user)
                    .write();
            arrival.discard(grant);
            OAuthError denied = new OAuthError(ErrorCode.ACCESS_DENIED, "the user may not use this server");
            return ErrorPage.BLOCKED_USER.reply(call, wayBack(request, denied));
        }
        if (!site.admits(grant.site().contentUrl())) {
            audit(AuditEvent.SIGN_IN_REFUSED, request, call)
                    .because("other-site")
                    .with("user", user)
                    .with("site", grant.site().contentUrl())
                    .write();
            arrival.discard(grant);
            return wrongSite(request, grant, call);
        }
        if (pending.consentOf().filter(consenter -> !consenter.equals(user)).isPresent()) {
            audit(AuditEvent.SIGN_IN_REFUSED, request, call)
                    .because("other-user")
                    .with("user", user)
                    .write();
            arrival.discard(grant);
            return consent.ask(request, Optional.of(grant.user().name()), call);
        }
        Reply reply = replies.success(request, newCode(request, grant));
        audit(AuditEvent.SIGN_IN_COMPLETED, request, call)
                .with("user", user)
                .with("site", grant.site().contentUrl())
                .write();
        Optional<SetCookie> remembered = consent.remember(request, user, call);
        return remembered.isPresent() ? reply.with(remembered.get()) : reply;
    }

    private String newCode(AuthorizationRequest request, TableauGrant grant) {
        Approval approval = new Approval(
                request.client(), request.clientAuthentication(), request.resources(), request.scopes(), grant);
        AuthorizationCode code = new AuthorizationCode(approval, request.redirectUri(), request.codeChallenge());
        Duration usual = RedirectUris.isCustomScheme(request.redirectUri()) ? CUSTOM_SCHEME_LIFE : USUAL_LIFE;
        return codes.create(code, codeLife.orElse(usual));
    }

    private Reply wrongSite(AuthorizationRequest request, TableauGrant grant, Call call) {
        OAuthError denied = new OAuthError(ErrorCode.ACCESS_DENIED, "the user signed in to another Tableau site");
        return ErrorPage.WRONG_SITE.reply(
                call,
                wayBack(request, denied),
                SiteLock.named(grant.site().contentUrl()),
                SiteLock.named(site.contentUrl()));
    }

    private Optional<String> wayBack(AuthorizationRequest request, OAuthError error) {
        return Optional.of(replies.errorLocation(request.redirectUri(), request.state(), error));
    }

    private Reply failed(AuthorizationRequest request, OAuthError error) {
        return replies.error(request.redirectUri(), request.state(), error);
    }

    private AuditRecord audit(AuditEvent event, AuthorizationRequest request, Call call) {
        return audit.record(event, call.correlationId())
                .with("client", request.client())
                .with("address", call.remoteAddress());
    }
}
