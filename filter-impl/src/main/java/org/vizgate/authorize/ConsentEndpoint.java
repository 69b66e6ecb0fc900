package org.vizgate.authorize;

import java.util.Optional;

import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditLog;
import org.vizgate.page.ErrorPage;
import org.vizgate.page.PageException;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthError;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;

/** Takes the answer of the consent page: sends the browser on to Tableau, or back to the client. */
public final class ConsentEndpoint implements Endpoint {
    private final SealedRequests sealed;
    private final BrowserCookies cookies;
    private final TableauSignIn signIn;
    private final AuthorizationReply replies;
    private final EndpointUris uris;
    private final AuditLog audit;

    ConsentEndpoint(
            SealedRequests sealed,
            BrowserCookies cookies,
            TableauSignIn signIn,
            AuthorizationReply replies,
            EndpointUris uris,
            AuditLog audit) {
        this.sealed = sealed;
        this.cookies = cookies;
        this.signIn = signIn;
        this.replies = replies;
        this.uris = uris;
        this.audit = audit;
    }

    @Override
    public Reply handle(Call call) {
        refuseOtherSites(call);
        Parameters form = Parameters.parse(call.body());
        AuthorizationRequest request = cookies.browser(call)
                .flatMap(browser -> form.one("request").flatMap(text -> sealed.openForm(text, browser)))
                .orElseThrow(() -> new PageException(
                        ErrorPage.FORM_EXPIRED, "a consent form is expired, changed or of another browser"));
        boolean allowed = "allow".equals(form.one("decision").orElse(""));
        audit.record(allowed ? AuditEvent.CONSENT_GIVEN : AuditEvent.CONSENT_REFUSED, call.correlationId())
                .with("client", request.client())
                .with("address", call.remoteAddress())
                .write();
        if (!allowed) {
            return refused(request, new OAuthError(ErrorCode.ACCESS_DENIED, "the user did not allow it"));
        }
        try {
            return signIn.begin(request, Optional.empty(), call);
        } catch (OAuthException e) {
            return refused(request, e.error());
        }
    }

    // The sealed field is bound to the browser already; this also stops forms that another page submits for the user.
    private void refuseOtherSites(Call call) {
        Optional<String> foreign = call.header("origin").filter(origin -> !origin.equals(uris.origin()));
        if (foreign.isPresent()) {
            throw new PageException(
                    ErrorPage.FORM_EXPIRED, "a consent form came from another origin than " + uris.origin());
        }
    }

    private Reply refused(AuthorizationRequest request, OAuthError error) {
        return replies.error(request.redirectUri(), request.state(), error);
    }
}
