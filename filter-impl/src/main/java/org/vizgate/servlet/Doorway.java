package org.vizgate.servlet;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.vizgate.access.PublicPaths;
import org.vizgate.access.ScopeNeeds;
import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditRecord;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.protocol.Resources;
import org.vizgate.resource.Gate;
import org.vizgate.resource.OriginRules;
import org.vizgate.resource.Refusals;
import org.vizgate.resource.RpcCalls;
import org.vizgate.scope.Scopes;
import org.vizgate.session.TableauCaller;
import org.vizgate.web.Reply;

/** What stands between a request and the application: lets it pass as somebody, or answers it. */
final class Doorway {
    private static final Logger LOG = System.getLogger(Doorway.class.getName());

    private final Gate gate;
    private final OriginRules origins;
    private final PublicPaths publicPaths;
    private final Resources resources;
    private final Refusals refusals;
    private final RpcCalls rpcCalls;

    Doorway(
            Gate gate,
            OriginRules origins,
            PublicPaths publicPaths,
            Resources resources,
            Refusals refusals,
            RpcCalls rpcCalls) {
        this.gate = gate;
        this.origins = origins;
        this.publicPaths = publicPaths;
        this.resources = resources;
        this.refusals = refusals;
        this.rpcCalls = rpcCalls;
    }

    /** The request as the application is to see it; empty if it was answered here. */
    Optional<HttpServletRequest> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Calls.path(request);
        if (publicPaths.lets(path, request.getRequestURI())) {
            return Optional.of(known(request, response, path));
        }
        String origin = request.getHeader("Origin");
        Optional<String> foreign = origins.problem(origin, request.getHeader("Host"));
        if (foreign.isPresent()) {
            LOG.log(Level.INFO, "refused a request of origin {0}: {1}", shown(origin), foreign.get());
            audit(request, "forbidden_origin");
            return answered(refusals.foreign(foreign.get()), null, request, response);
        }
        if (origin != null && isPreflight(request)) {
            return origins.isCors(origin)
                    ? answered(
                            origins.preflight(origin, preflightMethod(request), preflightHeaders(request)),
                            null,
                            request,
                            response)
                    : Optional.of(request);
        }
        return authenticated(request, response, path, origin);
    }

    private Optional<HttpServletRequest> authenticated(
            HttpServletRequest request, HttpServletResponse response, String path, @Nullable String origin)
            throws IOException {
        Resource resource = resources.of(path);
        ScopeNeeds needs = gate.needs(request.getMethod(), path);
        try {
            Optional<TableauCaller> caller = gate.caller(
                    headers(request, "Authorization"),
                    headers(request, "X-Tableau-Auth"),
                    request.getQueryString(),
                    resource);
            return caller.isEmpty()
                    ? answered(refusals.missing(resource, needs.base()), origin, request, response)
                    : permitted(request, response, caller.get(), needs, resource, origin);
        } catch (OAuthException e) {
            return refused(e, resource, needs.base(), origin, request, response);
        }
    }

    // The body is looked at here and not before: strangers cannot make us wait for theirs.
    private Optional<HttpServletRequest> permitted(
            HttpServletRequest request,
            HttpServletResponse response,
            TableauCaller caller,
            ScopeNeeds needs,
            Resource resource,
            @Nullable String origin)
            throws IOException {
        boolean isCallDecisive = needs.dependOnCall() && !caller.scopes().covers(needs.ofAnyCall());
        BodyPeek peek = isCallDecisive ? BodyPeek.at(request) : BodyPeek.none(request);
        Scopes needed = needs.dependOnCall()
                ? peek.json().flatMap(rpcCalls::read).map(needs::of).orElseGet(needs::ofAnyCall)
                : needs.base();
        try {
            Gate.requireScopes(caller, needed);
        } catch (OAuthException e) {
            return refused(e, resource, needed, origin, request, response);
        }
        if (origin != null && origins.isCors(origin)) {
            origins.readable(Reply.of(200), origin)
                    .headers()
                    .forEach(header -> response.addHeader(header.getKey(), header.getValue()));
        }
        return Optional.of(admitted(peek.request(), response, caller));
    }

    private Optional<HttpServletRequest> refused(
            OAuthException refusal,
            Resource resource,
            Scopes needed,
            @Nullable String origin,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        LOG.log(Level.DEBUG, "refused {0}: {1}", refusal.code(), refusal.getMessage());
        audit(request, refusal.code().wireName());
        return answered(refusals.refused(refusal, resource, needed), origin, request, response);
    }

    // On a public path a token that does not do is as none.
    private HttpServletRequest known(HttpServletRequest request, HttpServletResponse response, String path) {
        try {
            return gate.caller(
                            headers(request, "Authorization"),
                            headers(request, "X-Tableau-Auth"),
                            request.getQueryString(),
                            resources.of(path))
                    .<HttpServletRequest>map(caller -> admitted(request, response, caller))
                    .orElse(request);
        } catch (OAuthException e) {
            return request;
        }
    }

    private static HttpServletRequest admitted(
            HttpServletRequest request, HttpServletResponse response, TableauCaller caller) {
        CallerAttributes.set(request, caller);
        return new CallerRequest(request, response, caller);
    }

    private Optional<HttpServletRequest> answered(
            Reply reply, @Nullable String origin, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Reply whole = origin != null && origins.isCors(origin) ? origins.readable(reply, origin) : reply;
        Replies.write(whole, request.getMethod(), response);
        return Optional.empty();
    }

    private static void audit(HttpServletRequest request, String reason) {
        AuditRecord.of(AuditEvent.ACCESS_REFUSED, request.getRequestId())
                .because(reason)
                .with("address", request.getRemoteAddr())
                .write();
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static String preflightMethod(HttpServletRequest request) {
        String method = request.getHeader("Access-Control-Request-Method");
        return method.chars().allMatch(Character::isLetter) ? method : "GET";
    }

    private static String preflightHeaders(HttpServletRequest request) {
        return String.join(",", headers(request, "Access-Control-Request-Headers"));
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    private static String shown(@Nullable String origin) {
        String text = String.valueOf(origin);
        String start = text.substring(0, Math.min(text.length(), 100));
        return start.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
