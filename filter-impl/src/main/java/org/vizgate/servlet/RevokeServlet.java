package org.vizgate.servlet;

/** The revocation endpoint (RFC 7009). */
public class RevokeServlet extends EndpointServlet {
    public RevokeServlet() {
        super(EndpointKind.REVOKE);
    }
}
