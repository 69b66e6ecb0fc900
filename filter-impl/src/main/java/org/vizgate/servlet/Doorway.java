package org.vizgate.servlet;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.vizgate.access.ScopeNeeds;
import org.vizgate.protocol.OAuthException;
import org.vizgate.resource.Gate;
import org.vizgate.resource.OriginRules;
import org.vizgate.resource.RpcCalls;
import org.vizgate.scope.Scopes;
import org.vizgate.session.TableauCaller;
import org.vizgate.web.Reply;

/**
 * What stands between a request and the application: (1) finds out who is calling, and (2) whether they may; lets the
 * request pass as somebody, or answers it.
 */
final class Doorway {
    private final Doorkeeper keeper;
    private final Gate gate;
    private final OriginRules origins;
    private final RpcCalls rpcCalls;
    private final Scopes knownScopes;
    private final DoorAnswers answers;

    /** @param knownScopes every scope that has a name here */
    Doorway(
            Doorkeeper keeper,
            Gate gate,
            OriginRules origins,
            RpcCalls rpcCalls,
            Scopes knownScopes,
            DoorAnswers answers) {
        this.keeper = keeper;
        this.gate = gate;
        this.origins = origins;
        this.rpcCalls = rpcCalls;
        this.knownScopes = knownScopes;
        this.answers = answers;
    }

    /** The request as the application is to see it; empty if it was answered here. */
    Optional<HttpServletRequest> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPublic = keeper.isPublic(request);
        Identification found = isPublic ? keeper.glance(request) : keeper.challenge(request, response);
        if (found.isAnswered()) {
            return Optional.empty();
        }
        if (found.caller().isEmpty()) {
            return Optional.of(request);
        }
        TableauCaller caller = found.caller().get();
        return isPublic ? Optional.of(admitted(request, response, caller)) : permitted(request, response, caller);
    }

    /**
     * The first step of {@link #admit} alone, which does not repeat it for the same request.
     *
     * @param isRequired whether nobody may pass unknown, on a public path either
     */
    Identification identify(HttpServletRequest request, HttpServletResponse response, boolean isRequired)
            throws IOException {
        Identification found =
                !isRequired && keeper.isPublic(request) ? keeper.glance(request) : keeper.challenge(request, response);
        found.caller().ifPresent(caller -> {
            keeper.remember(caller, request);
            CallerAttributes.set(request, caller);
        });
        return found;
    }

    /** The names of what {@code caller} may: granted scopes, and those known here that a granted wildcard covers. */
    Set<String> roles(TableauCaller caller) {
        Scopes granted = caller.scopes();
        return granted.and(knownScopes.within(granted)).values();
    }

    // The body is looked at here and not before: strangers cannot make us wait for theirs.
    private Optional<HttpServletRequest> permitted(
            HttpServletRequest request, HttpServletResponse response, TableauCaller caller) throws IOException {
        ScopeNeeds needs = gate.needs(request.getMethod(), Calls.path(request));
        boolean isCallDecisive = needs.dependOnCall() && !caller.scopes().covers(needs.ofAnyCall());
        BodyPeek peek = isCallDecisive ? BodyPeek.at(request) : BodyPeek.none(request);
        Scopes needed = needs.dependOnCall()
                ? peek.json().flatMap(rpcCalls::read).map(needs::of).orElseGet(needs::ofAnyCall)
                : needs.base();
        try {
            Gate.requireScopes(caller, needed);
        } catch (OAuthException e) {
            answers.refused(e, keeper.resource(request), needed, request, response);
            return Optional.empty();
        }
        makeReadable(request.getHeader("Origin"), response);
        return Optional.of(admitted(peek.request(), response, caller));
    }

    private void makeReadable(@Nullable String origin, HttpServletResponse response) {
        if (origin != null && origins.isCors(origin)) {
            origins.readable(Reply.of(200), origin)
                    .headers()
                    .forEach(header -> response.addHeader(header.getKey(), header.getValue()));
        }
    }

    private static HttpServletRequest admitted(
            HttpServletRequest request, HttpServletResponse response, TableauCaller caller) {
        CallerAttributes.set(request, caller);
        return new CallerRequest(request, response, caller);
    }
}
