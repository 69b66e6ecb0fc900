package org.vizgate.protocol;

import java.net.URI;

/**
 * The public addresses of the authorization server. They come from the settings alone, never from a request: a
 * {@code Host} header is the sender's choice.
 *
 * @param issuer the issuer identifier, without a trailing slash (RFC 8414 section 2)
 * @param callback where Tableau sends the browser back to
 * @param path where the endpoints are below the issuer, for example {@code /oauth}
 */
public record EndpointUris(URI issuer, URI callback, String path) {
    public URI authorize() {
        return below("/authorize");
    }

    /** Where the consent page sends its answer. */
    public URI consent() {
        return below("/consent");
    }

    public URI token() {
        return below("/token");
    }

    public URI register() {
        return below("/register");
    }

    public URI revoke() {
        return below("/revoke");
    }

    public URI jwks() {
        return below("/jwks");
    }

    /** {@code scheme://host[:port]} of the issuer: the value a browser sends as {@code Origin}. */
    public String origin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    public boolean isHttps() {
        return "https".equals(issuer.getScheme());
    }

    private URI below(String endpoint) {
        return URI.create(issuer + path + endpoint);
    }
}
