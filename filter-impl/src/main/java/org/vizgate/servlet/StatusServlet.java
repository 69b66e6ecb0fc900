package org.vizgate.servlet;

/** Shows the state of the gate to those who may read it ({@code OAUTH_STATUS_PAGE}). */
public class StatusServlet extends EndpointServlet {
    public StatusServlet() {
        super(EndpointKind.STATUS);
    }
}
