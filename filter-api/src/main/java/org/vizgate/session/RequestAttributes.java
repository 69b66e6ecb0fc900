package org.vizgate.session;

/**
 * Names of the request attributes that the gate sets on an authenticated request.
 *
 * <p>{@link #CALLER} holds everything as one object. The others hold one datum each as a plain {@link String} (except
 * where said), with names that expression language can read: {@code ${tableauUserName}}.
 */
public final class RequestAttributes {
    /** The {@link TableauCaller}. */
    public static final String CALLER = "tableauCaller";

    /** The Tableau session token in plain text: send it to {@link #SERVER} as {@code X-Tableau-Auth}, show it nowhere. */
    public static final String ACCESS_TOKEN = "tableauAccessToken";

    /** Base address of Tableau, without a trailing slash. */
    public static final String SERVER = "tableauServer";

    /** LUID of the site. */
    public static final String SITE_ID = "tableauSiteId";

    /** Content URL of the site; empty for the Default site of a Server. */
    public static final String SITE_CONTENT_URL = "tableauSiteContentUrl";

    /** LUID of the user. */
    public static final String USER_ID = "tableauUserId";

    /** Sign-in name of the user. */
    public static final String USER_NAME = "tableauUserName";

    /** The OAuth client. */
    public static final String CLIENT_ID = "tableauClientId";

    /** Granted scopes, separated by single spaces; may be empty. */
    public static final String SCOPES = "tableauScopes";

    /** When the access token ends, a {@link java.time.Instant}. */
    public static final String EXPIRES_AT = "tableauExpiresAt";

    private RequestAttributes() {}
}
