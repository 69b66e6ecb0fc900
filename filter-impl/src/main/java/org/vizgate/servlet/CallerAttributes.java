package org.vizgate.servlet;

import jakarta.servlet.ServletRequest;

import org.vizgate.session.RequestAttributes;
import org.vizgate.session.TableauCaller;
import org.vizgate.session.TableauSession;

/** Hands the caller to the application. */
final class CallerAttributes {
    private CallerAttributes() {}

    static void set(ServletRequest request, TableauCaller caller) {
        TableauSession session = caller.session();
        request.setAttribute(RequestAttributes.CALLER, caller);
        request.setAttribute(RequestAttributes.ACCESS_TOKEN, session.token().reveal());
        request.setAttribute(RequestAttributes.SERVER, session.server().toString());
        request.setAttribute(RequestAttributes.SITE_ID, session.site().id());
        request.setAttribute(RequestAttributes.SITE_CONTENT_URL, session.site().contentUrl());
        request.setAttribute(RequestAttributes.USER_ID, session.user().id());
        request.setAttribute(RequestAttributes.USER_NAME, session.user().name());
        request.setAttribute(RequestAttributes.CLIENT_ID, caller.clientId());
        request.setAttribute(RequestAttributes.SCOPES, caller.scopes().toString());
        request.setAttribute(RequestAttributes.EXPIRES_AT, caller.expiresAt());
    }
}
