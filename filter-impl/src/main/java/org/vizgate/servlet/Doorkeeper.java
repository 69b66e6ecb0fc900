package org.vizgate.servlet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.access.PublicPaths;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.Resource;
import org.vizgate.protocol.Resources;
import org.vizgate.resource.Gate;
import org.vizgate.resource.OriginRules;
import org.vizgate.session.TableauCaller;

/** Finds out who sends a request, once for each request; answers it if nobody it may be. */
final class Doorkeeper {
    private static final String IDENTIFIED = "org.vizgate.identified";

    private final Gate gate;
    private final OriginRules origins;
    private final PublicPaths publicPaths;
    private final Resources resources;
    private final RequestLimits limits;
    private final DoorAnswers answers;

    Doorkeeper(
            Gate gate,
            OriginRules origins,
            PublicPaths publicPaths,
            Resources resources,
            RequestLimits limits,
            DoorAnswers answers) {
        this.gate = gate;
        this.origins = origins;
        this.publicPaths = publicPaths;
        this.resources = resources;
        this.limits = limits;
        this.answers = answers;
    }

    boolean isPublic(HttpServletRequest request) {
        // Tomcat makes a string of the URI when it is first asked for it.
        return !publicPaths.isNone() && publicPaths.lets(Calls.path(request), request.getRequestURI());
    }

    /** Who it is, if a token says so. On a public path a token that does not do is as none. */
    Identification glance(HttpServletRequest request) {
        try {
            return caller(request, resource(request)).map(Identification::of).orElse(Identification.NOBODY);
        } catch (OAuthException e) {
            return Identification.NOBODY;
        }
    }

    /** Who it is; answers the request if that cannot be said. */
    Identification challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String origin = request.getHeader("Origin");
        Optional<String> foreign = origins.problem(origin, request.getHeader("Host"));
        if (foreign.isPresent()) {
            answers.foreign(foreign.get(), request, response);
            return Identification.ANSWERED;
        }
        if (origin != null && isPreflight(request)) {
            return preflight(origin, request, response);
        }
        return authenticate(request, response);
    }

    private Identification preflight(String origin, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!origins.isCors(origin)) {
            return Identification.NOBODY;
        }
        answers.preflight(origin, request, response);
        return Identification.ANSWERED;
    }

    private Identification authenticate(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Resource resource = resource(request);
        try {
            Optional<TableauCaller> caller = caller(request, resource);
            if (caller.isPresent()) {
                return new Identification(caller, false);
            }
            answers.missing(
                    resource,
                    gate.needs(request.getMethod(), Calls.path(request)).base(),
                    request,
                    response);
        } catch (OAuthException e) {
            answers.refused(
                    e,
                    resource,
                    gate.needs(request.getMethod(), Calls.path(request)).base(),
                    request,
                    response);
        }
        return Identification.ANSWERED;
    }

    private Optional<TableauCaller> caller(HttpServletRequest request, Resource resource) {
        if (request.getAttribute(IDENTIFIED) instanceof Identified before && before.isFor(this, resource)) {
            return Optional.of(before.caller());
        }
        return gate.caller(
                headers(request, "Authorization"),
                gate.takesSessions() ? headers(request, "X-Tableau-Auth") : List.of(),
                request.getQueryString(),
                resource,
                () -> limits.party(request));
    }

    /** Spares whoever asks again for the same request. */
    void remember(TableauCaller caller, HttpServletRequest request) {
        request.setAttribute(IDENTIFIED, new Identified(this, resource(request), caller));
    }

    Resource resource(HttpServletRequest request) {
        return resources.of(Calls.path(request));
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return List.of();
        }
        String first = values.nextElement();
        if (!values.hasMoreElements()) {
            return List.of(first);
        }
        List<String> all = new ArrayList<>(List.of(first));
        values.asIterator().forEachRemaining(all::add);
        return all;
    }

    // A request may be dispatched to another application or another resource; what was found out is not for those.
    private record Identified(Doorkeeper by, Resource resource, TableauCaller caller) {
        boolean isFor(Doorkeeper who, Resource what) {
            return by == who && resource.equals(what);
        }
    }
}
