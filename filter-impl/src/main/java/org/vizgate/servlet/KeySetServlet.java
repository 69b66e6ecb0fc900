package org.vizgate.servlet;

/** The key set that the metadata name (RFC 7517); it is empty. */
public class KeySetServlet extends EndpointServlet {
    public KeySetServlet() {
        super(EndpointKind.KEY_SET);
    }
}
