package org.vizgate.standin.cloud;

import jakarta.json.Json;

import org.vizgate.standin.http.Reply;

/** Cloud Manager says no. */
final class CloudFault extends RuntimeException {
    private final int status;
    private final String reason;

    CloudFault(int status, String reason) {
        // No stack trace: a refusal is an answer.
        super(status + " " + reason, null, false, false);
        this.status = status;
        this.reason = reason;
    }

    static CloudFault badRequest(String reason) {
        return new CloudFault(400, reason);
    }

    static CloudFault login() {
        return new CloudFault(401, "The credential was not accepted.");
    }

    static CloudFault deadToken() {
        return new CloudFault(401, "The session token is missing, unknown or has ended.");
    }

    static CloudFault forbidden() {
        return new CloudFault(403, "The session may not do this.");
    }

    static CloudFault notFound() {
        return new CloudFault(404, "There is nothing here.");
    }

    Reply reply() {
        String body = Json.createObjectBuilder()
                .add("message", reason)
                .add("errorCode", "E_" + status + "_STAND_IN")
                .build()
                .toString();
        return Reply.of(status, "application/json;charset=UTF-8", body);
    }
}
