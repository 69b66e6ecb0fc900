package org.vizgate.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Parameters;

/** Reads the parameters of a token or revocation request from its body, never from its query. */
final class FormBody {
    private final Json json;

    FormBody(Json json) {
        this.json = json;
    }

    /** @throws OAuthException invalid_request, if the body is neither a form nor a JSON object of texts */
    Parameters read(Call call) {
        if (call.isOf("application/x-www-form-urlencoded")) {
            return Parameters.parse(call.body());
        }
        if (call.isOf("application/json")) {
            return texts(call.body());
        }
        throw new OAuthException(ErrorCode.INVALID_REQUEST, "the body comes as application/x-www-form-urlencoded");
    }

    private Parameters texts(String body) {
        try {
            JsonFields fields = json.read(body);
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (String name : fields.names()) {
                fields.text(name).ifPresent(text -> values.put(name, List.of(text)));
            }
            return Parameters.of(values);
        } catch (MalformedJsonException e) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "the body is not a JSON object of texts");
        }
    }
}
