package org.vizgate.servlet;

/** Takes the answer of the consent page. */
public class ConsentServlet extends EndpointServlet {
    public ConsentServlet() {
        super(EndpointKind.CONSENT);
    }
}
