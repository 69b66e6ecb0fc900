package org.vizgate.cloudmanager;

import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

import org.vizgate.credential.CloudManagerMethod;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What is asked of Cloud Manager, whoever asks.
 *
 * @param subject the id that the path may have a place for; empty for none
 * @param body members of a JSON object; empty for no body
 */
record Question(CloudManagerMethod method, String subject, Map<String, ?> body) {
    static Question of(CloudManagerMethod method) {
        return new Question(method, "", Map.of());
    }

    static Question of(CloudManagerMethod method, Map<String, ?> body) {
        return new Question(method, "", body);
    }

    static Question about(CloudManagerMethod method, String id) {
        return about(method, id, Map.of());
    }

    /** @throws IllegalArgumentException if there is no id: without it another method would be meant */
    static Question about(CloudManagerMethod method, String id, Map<String, ?> body) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("an id is missing");
        }
        return new Question(method, id, body);
    }

    /** The path with the id in its place. */
    String path(CloudManagerMethod.Call call) {
        String segment = URLEncoder.encode(subject, UTF_8).replace("+", "%20");
        return call.path().replace("{configId}", segment).replace("{jti}", segment);
    }

    /** The body to send. */
    Optional<Map<String, ?>> body(CloudManagerMethod.Call call) {
        if (method == CloudManagerMethod.REVOKE_JWT && !call.path().contains("{jti}")) {
            return Optional.of(Map.of("jti", subject));
        }
        return body.isEmpty() ? Optional.empty() : Optional.of(body);
    }

    /** The method alone: a login has a secret in its body. */
    @Override
    public String toString() {
        return "Question[" + method + "]";
    }
}
