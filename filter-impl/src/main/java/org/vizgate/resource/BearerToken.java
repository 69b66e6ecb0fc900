package org.vizgate.resource;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

/**
 * The access token of a request (RFC 6750 section 2.1).
 *
 * @param header the value that ends with it
 * @param start its first character there: most tokens are known already, and need not be copied to be recognised
 */
record BearerToken(String header, int start) {
    private static final String SCHEME = "Bearer";
    private static final String IN_QUERY = "access_token=";

    /**
     * The token; empty if there is none, or credentials of another scheme.
     *
     * @param headers every value of {@code Authorization}
     * @throws OAuthException invalid_request, if the header is malformed, repeated, or a second token is in the query
     */
    static Optional<BearerToken> of(List<String> headers, @Nullable String rawQuery) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        if (headers.size() > 1) {
            throw malformed("the Authorization header was sent more than once");
        }
        String header = headers.get(0);
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        if (header.length() == SCHEME.length()) {
            throw malformed("the Authorization header has no token");
        }
        if (header.charAt(SCHEME.length()) != ' ') {
            return Optional.empty();
        }
        if (isInQuery(rawQuery)) {
            throw malformed("the request carries two access tokens");
        }
        return Optional.of(at(header));
    }

    private static BearerToken at(String header) {
        int start = SCHEME.length();
        while (start < header.length() && header.charAt(start) == ' ') {
            start++;
        }
        if (start == header.length() || header.indexOf(' ', start) >= 0 || header.indexOf(',', start) >= 0) {
            throw malformed("the Authorization header is not one token after the scheme");
        }
        return new BearerToken(header, start);
    }

    String text() {
        return header.substring(start);
    }

    @Override
    public String toString() {
        return "BearerToken";
    }

    private static boolean isInQuery(@Nullable String rawQuery) {
        return rawQuery != null && (rawQuery.startsWith(IN_QUERY) || rawQuery.contains("&" + IN_QUERY));
    }

    private static OAuthException malformed(String description) {
        return new OAuthException(ErrorCode.INVALID_REQUEST, description);
    }
}
