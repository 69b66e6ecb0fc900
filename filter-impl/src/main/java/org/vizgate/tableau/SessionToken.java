package org.vizgate.tableau;

import java.util.Map;
import java.util.regex.Pattern;

import org.vizgate.session.Secret;

/** What a Tableau session token may look like, and how it is sent. */
final class SessionToken {
    /** Opaque, but in one header line: visible ASCII without spaces, and no longer than servers take. */
    private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]{1,8000}");

    private SessionToken() {}

    static boolean isSendable(Secret token) {
        return SENDABLE.matcher(token.reveal()).matches();
    }

    /** The headers of a call with this session. */
    static Map<String, String> headers(Secret token) {
        return Map.of("Accept", TableauReplies.JSON, TableauRestClient.SESSION_HEADER, token.reveal());
    }
}
