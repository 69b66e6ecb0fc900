package org.vizgate.access;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.vizgate.scope.Scopes;

/**
 * One rule: a request with such a method and path, and perhaps such a JSON-RPC call in its body, needs these scopes.
 *
 * @param methods in upper case, never {@code HEAD}; empty: any method
 * @param calls empty: whatever the body is
 */
public record ScopeRule(Set<String> methods, PathPattern pattern, Optional<RpcSelector> calls, Scopes scopes) {
    private static final String HEAD = "HEAD";
    private static final String GET = "GET";
    // A misspelt method would make a rule that never applies, and so a request that needs nothing.
    private static final Set<String> METHODS =
            Set.of(GET, HEAD, "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY");

    public ScopeRule {
        methods = Collections.unmodifiableSet(new LinkedHashSet<>(methods));
    }

    /**
     * Reads {@code [METHOD[,METHOD...]] pattern [rpc-method[:name]] = scope [scope...]}.
     *
     * @throws IllegalArgumentException if {@code text} is no such rule; the message says why, for an administrator
     */
    public static ScopeRule parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("has no '='");
        }
        List<String> words =
                List.of(text.substring(0, equals).strip().replace('\t', ' ').split(" +"));
        int path = positionOfPath(words);
        if (path < words.size() - 2) {
            throw new IllegalArgumentException("has more than a JSON-RPC method behind its path");
        }
        Set<String> methods = path == 0 ? Set.of() : methods(String.join(" ", words.subList(0, path)));
        Optional<RpcSelector> calls =
                path == words.size() - 1 ? Optional.empty() : Optional.of(RpcSelector.parse(words.get(path + 1)));
        return new ScopeRule(methods, PathPattern.parse(words.get(path)), calls, scopes(text.substring(equals + 1)));
    }

    // Where there is none, the last word is taken for one, and PathPattern says what is wrong with it.
    private static int positionOfPath(List<String> words) {
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).startsWith("/") || words.get(at).startsWith("*.")) {
                return at;
            }
        }
        return words.size() - 1;
    }

    private static Set<String> methods(String text) {
        Set<String> methods = new LinkedHashSet<>();
        for (String method : text.split(",", -1)) {
            if (!METHODS.contains(method.strip())) {
                throw new IllegalArgumentException("has something else before its path than methods out of "
                        + String.join(", ", new TreeSet<>(METHODS)) + ", with commas between them");
            }
            methods.add(counted(method.strip()));
        }
        return methods;
    }

    private static Scopes scopes(String text) {
        Scopes scopes = Scopes.parse(text.strip().replaceAll("\\s+", " "));
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("has no scope after its '='");
        }
        return scopes;
    }

    /** The method that {@code method} counts as: {@code GET} for {@code HEAD}. */
    static String counted(String method) {
        return method.equals(HEAD) ? GET : method;
    }

    boolean appliesTo(String method, String path) {
        return (methods.isEmpty() || methods.contains(method)) && pattern.matches(path);
    }

    boolean selects(RpcCall call) {
        return calls.isEmpty() || calls.get().selects(call);
    }

    /** Whether there can be a request for which this rule and the other one are equally specific. */
    boolean rivals(ScopeRule other) {
        return pattern.equals(other.pattern)
                && calls.equals(other.calls)
                && (methods.isEmpty() ? other.methods.isEmpty() : !Collections.disjoint(methods, other.methods));
    }

    /** Which requests the rule is for, as an administrator writes it. */
    String request() {
        return (methods.isEmpty() ? "" : String.join(",", methods) + " ")
                + pattern
                + calls.map(selector -> " " + selector).orElse("");
    }

    /** As an administrator writes it. */
    @Override
    public String toString() {
        return request() + " = " + scopes;
    }
}
