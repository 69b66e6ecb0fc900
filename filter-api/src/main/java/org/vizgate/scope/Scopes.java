package org.vizgate.scope;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An immutable set of OAuth scopes (RFC 6749 section 3.3), in the order they were given.
 *
 * <p>Tableau's scopes read {@code tableau:<resource>:<action>}; an action of {@code *} covers every action of that
 * resource ({@code tableau:content:*} covers {@code tableau:content:read}), and nothing else is a wildcard.
 */
public final class Scopes {
    private static final Scopes NONE = new Scopes(Set.of());
    private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    private static final String ANY_ACTION = ":*";

    private final Set<String> values;
    private final String text;

    private Scopes(Set<String> values) {
        this.values = values;
        this.text = String.join(" ", values);
    }

    /** No scope at all. */
    public static Scopes none() {
        return NONE;
    }

    /**
     * These scopes, without repetitions.
     *
     * @throws IllegalArgumentException if one of them is empty or has a character that RFC 6749 does not allow
     */
    public static Scopes of(String... scopes) {
        return of(Arrays.asList(scopes));
    }

    /**
     * These scopes, without repetitions.
     *
     * @throws IllegalArgumentException if one of them is empty or has a character that RFC 6749 does not allow
     */
    public static Scopes of(Collection<String> scopes) {
        if (scopes.isEmpty()) {
            return NONE;
        }
        for (String scope : scopes) {
            if (!TOKEN.matcher(scope).matches()) {
                throw new IllegalArgumentException("not a scope: it is empty or has a forbidden character");
            }
        }
        return new Scopes(Collections.unmodifiableSet(new LinkedHashSet<>(scopes)));
    }

    /**
     * Reads scopes separated by spaces; null and blank text are no scopes.
     *
     * @throws IllegalArgumentException if a scope has a character that RFC 6749 does not allow
     */
    public static Scopes parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        return of(Arrays.stream(text.split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .toList());
    }

    /** The scopes one by one, unmodifiable. */
    public Set<String> values() {
        return values;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether these scopes allow what {@code needed} names, by name or by a wildcard action. */
    public boolean covers(String needed) {
        if (values.contains(needed)) {
            return true;
        }
        int action = needed.lastIndexOf(':');
        return action > 0 && values.contains(needed.substring(0, action) + ANY_ACTION);
    }

    /** Whether these scopes allow everything that {@code needed} names. */
    public boolean covers(Scopes needed) {
        for (String scope : needed.values) {
            if (!covers(scope)) {
                return false;
            }
        }
        return true;
    }

    /** The scopes of this set that {@code ceiling} covers. */
    public Scopes within(Scopes ceiling) {
        return of(values.stream().filter(ceiling::covers).collect(Collectors.toList()));
    }

    /** The scopes of both sets. */
    public Scopes and(Scopes more) {
        Set<String> all = new LinkedHashSet<>(values);
        all.addAll(more.values);
        return of(all);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scopes that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The scopes separated by single spaces: the {@code scope} parameter's form. */
    @Override
    public String toString() {
        return text;
    }
}
