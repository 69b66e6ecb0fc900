package org.vizgate.servlet;

import java.security.Principal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.session.TableauCaller;

/** The request as the application sees it: with the caller as its user, and scopes as roles. */
final class CallerRequest extends HttpServletRequestWrapper {
    private static final String BEARER = "Bearer";

    private final HttpServletResponse response;
    private final TableauCaller caller;

    CallerRequest(HttpServletRequest request, HttpServletResponse response, TableauCaller caller) {
        super(request);
        this.response = response;
        this.caller = caller;
    }

    /**
     * A request that was admitted before and comes again, in a dispatch. For an error page the container takes the request
     * that it made itself, so the caller is shown on it again.
     */
    static HttpServletRequest again(HttpServletRequest request, HttpServletResponse response) {
        return TableauCaller.of(request)
                .filter(caller -> request.getUserPrincipal() == null)
                .<HttpServletRequest>map(caller -> new CallerRequest(request, response, caller))
                .orElse(request);
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    @Override
    public String getRemoteUser() {
        return caller.getName();
    }

    @Override
    public String getAuthType() {
        return BEARER;
    }

    /** Whether the caller's scopes cover {@code role}. */
    @Override
    public boolean isUserInRole(String role) {
        return caller.scopes().covers(role);
    }

    /** True at once: who is calling is known. */
    @Override
    public boolean authenticate(HttpServletResponse unused) {
        return true;
    }

    /** Keeps this request for a later dispatch; the container's own would continue with the one below, and lose the user. */
    @Override
    public AsyncContext startAsync() {
        return super.startAsync(this, response);
    }
}
