package org.vizgate.access;

import java.util.List;

import org.vizgate.scope.Scopes;

/**
 * What a request of one method and path needs, as far as that can be said without its body. Immutable.
 *
 * @param byCall rules that look at the JSON-RPC call, the most specific first
 * @param base for calls that none of those is for
 */
public record ScopeNeeds(List<ScopeRule> byCall, Scopes base) {
    private static final ScopeNeeds NOTHING = always(Scopes.none());

    public ScopeNeeds {
        byCall = List.copyOf(byCall);
    }

    public static ScopeNeeds nothing() {
        return NOTHING;
    }

    /** These scopes, whatever the body is. */
    static ScopeNeeds always(Scopes scopes) {
        return new ScopeNeeds(List.of(), scopes);
    }

    /** Whether the body has a say. */
    public boolean dependOnCall() {
        return !byCall.isEmpty();
    }

    /** For a body that is known. */
    public Scopes of(RpcCall call) {
        return byCall.stream()
                .filter(rule -> rule.selects(call))
                .findFirst()
                .map(ScopeRule::scopes)
                .orElse(base);
    }

    /** For a body of which nothing is certain: what any call may need. */
    public Scopes ofAnyCall() {
        return byCall.stream().map(ScopeRule::scopes).reduce(base, Scopes::and);
    }
}
