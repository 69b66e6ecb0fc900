package org.vizgate.tableau;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.outbound.OutboundReply;

/** Reads Tableau's answers, which are JSON or XML whatever was asked for; the caller sees no difference. */
final class TableauReplies {
    /** The media type that is asked for and sent. */
    static final String JSON = "application/json";

    private static final Pattern ERROR_CODE = Pattern.compile("[0-9]{6}");

    private final Json json;

    TableauReplies(Json json) {
        this.json = json;
    }

    /** @throws MalformedJsonException if the body is neither */
    JsonFields read(OutboundReply reply) {
        String body = reply.body().strip();
        if (!body.startsWith("<")) {
            return json.read(body);
        }
        Map<String, ?> members = XmlAnswer.members(body);
        return json.read(json.write(members));
    }

    /** The six digits of Tableau's error (REST API reference, "Handling Errors"); empty for errors of others. */
    Optional<String> errorCode(OutboundReply reply) {
        try {
            return read(reply)
                    .object("error")
                    .flatMap(error -> error.text("code"))
                    .filter(code -> ERROR_CODE.matcher(code).matches());
        } catch (MalformedJsonException e) {
            return Optional.empty();
        }
    }
}
