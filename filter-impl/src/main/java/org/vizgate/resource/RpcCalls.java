package org.vizgate.resource;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;

import org.vizgate.access.RpcCall;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads which JSON-RPC call a body is. Safe for use by several threads.
 *
 * <p>Whatever the application behind may read otherwise is no call here: a batch, a name that comes twice, or twice but
 * for its case, bytes that are not UTF-8.
 */
public final class RpcCalls {
    private static final String METHOD = "method";
    private static final String PARAMS = "params";
    private static final String NAME = "name";

    private final Json json;

    public RpcCalls(Json json) {
        this.json = json;
    }

    /** The call; empty if it is not certain which one it is. */
    public Optional<RpcCall> read(byte[] body) {
        try {
            // A decoder of its own: that of String puts something in the place of what it cannot decode.
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            JsonFields message = json.read(text);
            refuseOtherCase(message, List.of(METHOD, PARAMS));
            return Optional.of(new RpcCall(
                    message.text(METHOD).orElse(""),
                    message.object(PARAMS).flatMap(RpcCalls::name).orElse("")));
        } catch (CharacterCodingException | MalformedJsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> name(JsonFields params) {
        refuseOtherCase(params, List.of(NAME));
        return params.text(NAME);
    }

    // Some binders take "Method" for "method".
    private static void refuseOtherCase(JsonFields fields, List<String> meant) {
        for (String name : fields.names()) {
            for (String known : meant) {
                if (name.equalsIgnoreCase(known) && !name.equals(known)) {
                    throw new MalformedJsonException(known + " is written in another case");
                }
            }
        }
    }
}
