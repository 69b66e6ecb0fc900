package org.vizgate.servlet;

/** Authorization server metadata (RFC 8414). */
public class ServerMetadataServlet extends EndpointServlet {
    public ServerMetadataServlet() {
        super(EndpointKind.SERVER_METADATA);
    }
}
