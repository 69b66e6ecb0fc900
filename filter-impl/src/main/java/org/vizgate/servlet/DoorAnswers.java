package org.vizgate.servlet;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditLog;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.resource.OriginRules;
import org.vizgate.resource.Refusals;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Reply;

/** What is answered at the door, in place of the application. */
final class DoorAnswers {
    private static final Logger LOG = System.getLogger(Doorway.class.getName());

    private final OriginRules origins;
    private final Refusals refusals;
    private final HostWatch hosts;
    private final RequestLimits limits;
    private final AuditLog audit;

    DoorAnswers(OriginRules origins, Refusals refusals, HostWatch hosts, RequestLimits limits, AuditLog audit) {
        this.origins = origins;
        this.refusals = refusals;
        this.hosts = hosts;
        this.limits = limits;
        this.audit = audit;
    }

    void foreign(String problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.log(Level.INFO, "refused a request of origin {0}: {1}", shown(request.getHeader("Origin")), problem);
        audit(request, "forbidden_origin");
        Replies.write(refusals.foreign(problem), request.getMethod(), response);
    }

    void preflight(String origin, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String method = request.getHeader("Access-Control-Request-Method");
        String allowed = method.chars().allMatch(Character::isLetter) ? method : "GET";
        String headers = String.join(",", Collections.list(request.getHeaders("Access-Control-Request-Headers")));
        Replies.write(origins.preflight(origin, allowed, headers), request.getMethod(), response);
    }

    void missing(Resource resource, Scopes needed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        hosts.look(request.getHeader("Host"), request.getRemoteAddr());
        audit(request, "no_token");
        write(refusals.missing(resource, needed), request, response);
    }

    void refused(
            OAuthException refusal,
            Resource resource,
            Scopes needed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (LOG.isLoggable(Level.DEBUG)) {
            LOG.log(Level.DEBUG, "refused {0}: {1}", refusal.code(), refusal.getMessage());
        }
        audit(request, refusal.code().wireName());
        write(refusals.refused(refusal, resource, needed), request, response);
    }

    private void write(Reply reply, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String origin = request.getHeader("Origin");
        Reply whole = origin != null && origins.isCors(origin) ? origins.readable(reply, origin) : reply;
        Replies.write(whole, request.getMethod(), response);
    }

    private void audit(HttpServletRequest request, String reason) {
        audit.record(AuditEvent.ACCESS_REFUSED, request.getRequestId())
                .because(reason)
                .with("address", () -> limits.address(request))
                .write();
    }

    private static String shown(@Nullable String origin) {
        String text = String.valueOf(origin);
        String start = text.substring(0, Math.min(text.length(), 100));
        return start.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
