package org.vizgate.session;

import java.net.URI;

/**
 * The Tableau session that a request may use: a read-only view, valid for that request.
 *
 * <p>It is not the application's to end: the gate owns its life. Safe for use by several threads.
 */
public interface TableauSession {
    /** Base address of Tableau: scheme, host and port, no path, no trailing slash. REST calls go below it. */
    URI server();

    /** The one site this session belongs to. */
    TableauSite site();

    /** The user Tableau acts for: the caller, or whom the gate's own credential names. */
    TableauUser user();

    /** The session token. */
    Secret token();

    /** The header to add to each call to {@link #server()}. */
    SessionHeader header();

    /**
     * Tells the gate that Tableau refused this session (error 401002). The gate asks Tableau before it believes so, at the
     * next request that would use it; this call itself does no work and never throws.
     */
    void reportLost();
}
