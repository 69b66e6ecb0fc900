package org.vizgate.standin.session;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a JWT allows its session: {@code tableau:<resource>:<action>}, where {@code *} stands for every action of the
 * resource and for nothing else. What does not have this form allows nothing.
 */
public record Scopes(Set<String> names) {
    public static final Scopes NONE = new Scopes(Set.of());

    private static final Pattern FORM = Pattern.compile("tableau:[a-z0-9_]+(:[a-z0-9_]+)*:([a-z0-9_]+|\\*)");

    public Scopes {
        names = Set.copyOf(names);
    }

    public static Scopes of(String... names) {
        return of(List.of(names));
    }

    public static Scopes of(Collection<String> names) {
        return new Scopes(new TreeSet<>(names));
    }

    public boolean covers(String scope) {
        return FORM.matcher(scope).matches() && (names.contains(scope) || names.contains(anyAction(scope)));
    }

    public boolean covers(Scopes others) {
        return others.names.stream().allMatch(this::covers);
    }

    /** What is both here and in {@code ceiling}: of a wildcard on one side, what the other side names. */
    public Scopes within(Scopes ceiling) {
        return of(Stream.concat(
                        names.stream().filter(ceiling::covers),
                        ceiling.names.stream().filter(this::covers))
                .toList());
    }

    private static String anyAction(String scope) {
        return scope.substring(0, scope.lastIndexOf(':') + 1) + "*";
    }
}
