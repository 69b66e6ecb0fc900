package org.vizgate.standin.oauth;

/** The token endpoint says no, with an error code of RFC 6749 section 5.2. */
final class TokenFault extends RuntimeException {
    private final int status;
    private final String error;

    TokenFault(int status, String error) {
        super(error, null, false, false);
        this.status = status;
        this.error = error;
    }

    static TokenFault invalidRequest() {
        return new TokenFault(400, "invalid_request");
    }

    static TokenFault invalidGrant() {
        return new TokenFault(400, "invalid_grant");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }
}
