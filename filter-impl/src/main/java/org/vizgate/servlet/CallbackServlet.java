package org.vizgate.servlet;

/** Where Tableau sends the browser back to. */
public class CallbackServlet extends EndpointServlet {
    public CallbackServlet() {
        super(EndpointKind.CALLBACK);
    }
}
