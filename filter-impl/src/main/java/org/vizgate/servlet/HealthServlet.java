package org.vizgate.servlet;

/** Tells load balancers that this web application has started. */
public class HealthServlet extends EndpointServlet {
    public HealthServlet() {
        super(EndpointKind.HEALTH);
    }
}
