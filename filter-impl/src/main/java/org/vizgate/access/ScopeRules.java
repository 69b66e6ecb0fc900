package org.vizgate.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.vizgate.scope.Scopes;

/** Which request needs which scopes. Immutable. */
public final class ScopeRules {
    private static final ScopeRules NONE = new ScopeRules(List.of(), List.of(), Scopes.none());

    private final List<ScopeRule> rules;
    private final List<ScopeRule> mostSpecificFirst;
    private final Scopes all;

    private ScopeRules(List<ScopeRule> rules, List<ScopeRule> mostSpecificFirst, Scopes all) {
        this.rules = rules;
        this.mostSpecificFirst = mostSpecificFirst;
        this.all = all;
    }

    /** No rules: any valid token will do. */
    public static ScopeRules none() {
        return NONE;
    }

    /** @throws IllegalArgumentException if two rules contradict each other; the message says which,
     *     for an administrator */
    public static ScopeRules of(List<ScopeRule> rules) {
        for (int later = 1; later < rules.size(); later++) {
            for (ScopeRule earlier : rules.subList(0, later)) {
                if (earlier.rivals(rules.get(later))) {
                    throw new IllegalArgumentException(
                            "has more than one rule for " + rules.get(later).request());
                }
            }
        }
        if (rules.isEmpty()) {
            return NONE;
        }
        return new ScopeRules(
                List.copyOf(rules),
                rules.stream().sorted(bySpecificity().reversed()).toList(),
                rules.stream().map(ScopeRule::scopes).reduce(Scopes.none(), Scopes::and));
    }

    // Of two rules for the same pattern, the one that says more of the call is the more specific, and then the one that
    // names the method. The pattern comes first: the body is the caller's to write, the path is the administrator's.
    private static Comparator<ScopeRule> bySpecificity() {
        return Comparator.comparing(ScopeRule::pattern, PathPattern.BY_SPECIFICITY)
                .thenComparing(rule -> rule.calls().isPresent())
                .thenComparing(rule ->
                        rule.calls().filter(calls -> !calls.name().isEmpty()).isPresent())
                .thenComparing(rule -> !rule.methods().isEmpty());
    }

    /**
     * What a request needs: the scopes of the most specific rule that applies, or none if no rule does. A path that is not
     * plain needs the scopes of all rules, because whoever handles the request may read it as another path.
     *
     * @param method of the request; {@code HEAD} counts as {@code GET}
     * @param path decoded and context-relative, starts with a slash
     */
    public ScopeNeeds needs(String method, String path) {
        if (!PlainPaths.isPlain(path)) {
            return ScopeNeeds.always(all);
        }
        String counted = ScopeRule.counted(method.toUpperCase(Locale.ROOT));
        List<ScopeRule> byCall = List.of();
        for (ScopeRule rule : mostSpecificFirst) {
            if (rule.appliesTo(counted, path)) {
                // Behind the first rule for any body none is ever reached.
                if (rule.calls().isEmpty()) {
                    return new ScopeNeeds(byCall, rule.scopes());
                }
                byCall = byCall.isEmpty() ? new ArrayList<>() : byCall;
                byCall.add(rule);
            }
        }
        return byCall.isEmpty() ? ScopeNeeds.nothing() : new ScopeNeeds(byCall, Scopes.none());
    }

    /** The scopes of all rules together. */
    public Scopes all() {
        return all;
    }

    @Override
    public String toString() {
        return "ScopeRules" + rules;
    }
}
