package org.vizgate.servlet;

/** The client registration endpoint (RFC 7591). */
public class RegisterServlet extends EndpointServlet {
    public RegisterServlet() {
        super(EndpointKind.REGISTER);
    }
}
