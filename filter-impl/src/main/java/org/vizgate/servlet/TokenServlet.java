package org.vizgate.servlet;

/** The token endpoint (RFC 6749 section 3.2). */
public class TokenServlet extends EndpointServlet {
    public TokenServlet() {
        super(EndpointKind.TOKEN);
    }
}
