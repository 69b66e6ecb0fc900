package org.vizgate.sample;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The MCP library's JSON, except for one thing: for a message it cannot read, the library's transport writes its exception as it
 * is, stack trace included. Here that becomes a JSON-RPC 2.0 error (section 5.1) and nothing more.
 */
final class McpJson implements McpJsonMapper {
    private final McpJsonMapper library;

    McpJson(McpJsonMapper library) {
        this.library = library;
    }

    @Override
    public String writeValueAsString(Object value) throws IOException {
        return library.writeValueAsString(value instanceof McpError error ? reply(error) : value);
    }

    @Override
    public byte[] writeValueAsBytes(Object value) throws IOException {
        return writeValueAsString(value).getBytes(UTF_8);
    }

    @Override
    public <T> T readValue(String content, Class<T> type) throws IOException {
        return library.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, Class<T> type) throws IOException {
        return library.readValue(content, type);
    }

    @Override
    public <T> T readValue(String content, TypeRef<T> type) throws IOException {
        return library.readValue(content, type);
    }

    @Override
    public <T> T readValue(byte[] content, TypeRef<T> type) throws IOException {
        return library.readValue(content, type);
    }

    @Override
    public <T> T convertValue(Object from, Class<T> type) {
        return library.convertValue(from, type);
    }

    @Override
    public <T> T convertValue(Object from, TypeRef<T> type) {
        return library.convertValue(from, type);
    }

    private static Map<String, Object> reply(McpError error) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("jsonrpc", "2.0");
        // Which request it was is not known.
        reply.put("id", null);
        reply.put("error", error.getJsonRpcError());
        return reply;
    }
}
