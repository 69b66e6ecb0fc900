package org.vizgate.servlet;

/** Protected resource metadata (RFC 9728). */
public class ResourceMetadataServlet extends EndpointServlet {
    public ResourceMetadataServlet() {
        super(EndpointKind.RESOURCE_METADATA);
    }
}
