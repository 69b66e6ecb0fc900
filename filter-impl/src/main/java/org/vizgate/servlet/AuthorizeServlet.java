package org.vizgate.servlet;

/** The authorization endpoint (RFC 6749 section 3.1). */
public class AuthorizeServlet extends EndpointServlet {
    public AuthorizeServlet() {
        super(EndpointKind.AUTHORIZE);
    }
}
