package org.vizgate.access;

/**
 * What a JSON-RPC message asks for (JSON-RPC 2.0 section 4).
 *
 * @param method {@code method}; empty for a message without one, which is an answer and calls nothing
 * @param name {@code params.name}, such as the tool of {@code tools/call}; empty for none
 */
public record RpcCall(String method, String name) {}
