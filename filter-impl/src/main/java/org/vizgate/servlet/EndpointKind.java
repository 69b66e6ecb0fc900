package org.vizgate.servlet;

import java.util.List;

import org.vizgate.config.Settings;
import org.vizgate.metadata.AuthorizationServerMetadataEndpoint;
import org.vizgate.metadata.KeySetEndpoint;
import org.vizgate.protocol.Resource;

/** The endpoints, and how each meets HTTP. */
enum EndpointKind {
    AUTHORIZE("/authorize", AuthorizeServlet.class, ErrorForm.PAGE, false, "GET", "POST"),
    CONSENT("/consent", ConsentServlet.class, ErrorForm.PAGE, false, "POST"),
    TOKEN("/token", TokenServlet.class, ErrorForm.JSON, true, "POST"),
    REVOKE("/revoke", RevokeServlet.class, ErrorForm.JSON, true, "POST"),
    REGISTER("/register", RegisterServlet.class, ErrorForm.JSON, true, "POST"),
    KEY_SET("/jwks", KeySetServlet.class, ErrorForm.JSON, true, "GET"),
    HEALTH("/health", HealthServlet.class, ErrorForm.JSON, false, "GET"),
    STATUS("/status", StatusServlet.class, ErrorForm.JSON, false, "GET"),
    UNIFIED_ACCESS_KEY("", UnifiedAccessKeyServlet.class, ErrorForm.JSON, true, "GET"),
    CALLBACK("", CallbackServlet.class, ErrorForm.PAGE, false, "GET"),
    RESOURCE_METADATA("", ResourceMetadataServlet.class, ErrorForm.JSON, true, "GET"),
    SERVER_METADATA("", ServerMetadataServlet.class, ErrorForm.JSON, true, "GET");

    // Inside the web application it is always here; in front of it a proxy may put a path of its own.
    private static final String CALLBACK_PATH = "/Callback";

    private final String name;
    private final Class<? extends EndpointServlet> servlet;
    private final ErrorForm errors;
    private final boolean isCrossOrigin;
    private final String methods;

    EndpointKind(
            String name,
            Class<? extends EndpointServlet> servlet,
            ErrorForm errors,
            boolean isCrossOrigin,
            String... methods) {
        this.name = name;
        this.servlet = servlet;
        this.errors = errors;
        this.isCrossOrigin = isCrossOrigin;
        this.methods = String.join(", ", methods);
    }

    Class<? extends EndpointServlet> servlet() {
        return servlet;
    }

    ErrorForm errors() {
        return errors;
    }

    /** Whether scripts of any page may call it (CORS): it knows no cookies. */
    boolean isCrossOrigin() {
        return isCrossOrigin;
    }

    /** Whether it is part of signing in, rather than of watching the gate. */
    boolean isForUsers() {
        return this != HEALTH && this != STATUS;
    }

    boolean answers(String method) {
        String meant = method.equals("HEAD") ? "GET" : method;
        return methods.equals(meant) || List.of(methods.split(", ")).contains(meant);
    }

    /** The methods for an {@code Allow} header. */
    String allowed() {
        return methods;
    }

    /**
     * Where the endpoint is in the web application.
     *
     * @param path of the endpoints, such as {@code /oauth}
     */
    List<String> mappings(String path) {
        return switch (this) {
            case CALLBACK -> List.of(CALLBACK_PATH);
            case UNIFIED_ACCESS_KEY -> List.of(KeySetEndpoint.UNIFIED_ACCESS_PATH);
            case RESOURCE_METADATA -> List.of(Resource.METADATA_PATH, Resource.METADATA_PATH + "/*");
            case SERVER_METADATA ->
                List.of(
                        AuthorizationServerMetadataEndpoint.OAUTH_PATH,
                        AuthorizationServerMetadataEndpoint.OAUTH_PATH + "/*",
                        AuthorizationServerMetadataEndpoint.OPENID_PATH,
                        AuthorizationServerMetadataEndpoint.OPENID_PATH + "/*");
            default -> List.of(path + name);
        };
    }

    /** Whether there is such an endpoint: an address that the gate does not need stays the application's. */
    boolean isWanted(Settings.Protecting settings) {
        return switch (this) {
            case STATUS -> settings.gate().statusPage();
            case UNIFIED_ACCESS_KEY ->
                settings.credential()
                        .filter(credential -> credential.auth() == Settings.Auth.UAT)
                        .isPresent();
            default -> true;
        };
    }

    /** A second address for clients of the TypeScript peer; left out where the application has taken it. */
    List<String> aliases() {
        return name.isEmpty() ? List.of() : List.of("/oauth2" + name);
    }
}
