package org.vizgate.protocol;

/** The error codes that clients may see, each with the HTTP status it has outside of redirects. */
public enum ErrorCode {
    /** RFC 6749 sections 4.1.2.1 and 5.2, RFC 6750 section 3.1. */
    INVALID_REQUEST("invalid_request", 400),
    /** RFC 6749 section 5.2. */
    INVALID_CLIENT("invalid_client", 401),
    /** RFC 6749 section 5.2. */
    INVALID_GRANT("invalid_grant", 400),
    /** RFC 6749 sections 4.1.2.1 and 5.2. */
    UNAUTHORIZED_CLIENT("unauthorized_client", 400),
    /** RFC 6749 section 5.2. */
    UNSUPPORTED_GRANT_TYPE("unsupported_grant_type", 400),
    /** RFC 6749 section 4.1.2.1. */
    UNSUPPORTED_RESPONSE_TYPE("unsupported_response_type", 400),
    /** RFC 6749 sections 4.1.2.1 and 5.2. */
    INVALID_SCOPE("invalid_scope", 400),
    /** RFC 8707 section 2. */
    INVALID_TARGET("invalid_target", 400),
    /** RFC 6749 section 4.1.2.1. */
    ACCESS_DENIED("access_denied", 403),
    /** RFC 6749 section 4.1.2.1. */
    SERVER_ERROR("server_error", 500),
    /** RFC 6749 section 4.1.2.1; at the other endpoints with status 503 and {@code Retry-After}. */
    TEMPORARILY_UNAVAILABLE("temporarily_unavailable", 503),
    /** Not of a standard, but usual; the status is of RFC 6585 section 4. */
    TOO_MANY_REQUESTS("too_many_requests", 429),
    /** RFC 9101 section 6.3 and OpenID Connect Core section 3.1.2.6. */
    REQUEST_NOT_SUPPORTED("request_not_supported", 400),
    /** OpenID Connect Core section 3.1.2.6. */
    REQUEST_URI_NOT_SUPPORTED("request_uri_not_supported", 400),
    /** RFC 6750 section 3.1. */
    INVALID_TOKEN("invalid_token", 401),
    /** RFC 6750 section 3.1. */
    INSUFFICIENT_SCOPE("insufficient_scope", 403),
    /** RFC 7591 section 3.2.2. */
    INVALID_REDIRECT_URI("invalid_redirect_uri", 400),
    /** RFC 7591 section 3.2.2. */
    INVALID_CLIENT_METADATA("invalid_client_metadata", 400);

    private final String wireName;
    private final int status;

    ErrorCode(String wireName, int status) {
        this.wireName = wireName;
        this.status = status;
    }

    /** The value of the {@code error} parameter. */
    public String wireName() {
        return wireName;
    }

    /** The HTTP status where the error is an answer of its own. */
    public int status() {
        return status;
    }
}
