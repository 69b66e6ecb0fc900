package org.vizgate.standin.oauth;

import org.vizgate.standin.http.Reply;

/** An authorization request is refused; it carries the answer the browser gets. */
final class AuthorizationFault extends RuntimeException {
    private final Reply reply;

    AuthorizationFault(String reason, Reply reply) {
        super(reason, null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
