package org.vizgate.servlet;

/** The public key of our unified access tokens (RFC 7517), for the {@code jwksUri} of a configuration in Cloud Manager. */
public class UnifiedAccessKeyServlet extends EndpointServlet {
    public UnifiedAccessKeyServlet() {
        super(EndpointKind.UNIFIED_ACCESS_KEY);
    }
}
