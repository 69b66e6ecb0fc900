package org.vizgate.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which JSON-RPC calls a rule is for: those of a method, or of a method and a name in its parameters.
 *
 * <p>Letters and digits are ASCII only, so that it cannot matter in which encoding the application reads a body.
 *
 * @param name empty for every name
 */
public record RpcSelector(String method, String name) {
    private static final Pattern SELECTOR = Pattern.compile("([A-Za-z0-9_.$/-]+)(?::([A-Za-z0-9_.$/:@-]+))?");

    /** @throws IllegalArgumentException if {@code text} is none; the message says why, for an administrator */
    static RpcSelector parse(String text) {
        Matcher matcher = SELECTOR.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "has something else behind its path than a JSON-RPC method, or a method, a colon and a name");
        }
        return new RpcSelector(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
    }

    boolean selects(RpcCall call) {
        return method.equals(call.method()) && (name.isEmpty() || name.equals(call.name()));
    }

    /** As an administrator writes it. */
    @Override
    public String toString() {
        return name.isEmpty() ? method : method + ":" + name;
    }
}
