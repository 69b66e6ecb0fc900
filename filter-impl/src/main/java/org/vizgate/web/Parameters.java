package org.vizgate.web;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The parameters of a query or a form ({@code application/x-www-form-urlencoded}).
 *
 * <p>A parameter without a value counts as absent, and one that is sent twice is refused when it is asked for as one (RFC
 * 6749 section 3.1). {@code toString} shows names only.
 */
public final class Parameters {
    private static final int MAX_COUNT = 100;
    private static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, List<String>> values;

    private Parameters(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Parameters none() {
        return NONE;
    }

    /** Parameters with these values; empty values are dropped. */
    public static Parameters of(Map<String, List<String>> values) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        values.forEach((name, all) -> {
            List<String> filled = all.stream().filter(value -> !value.isEmpty()).toList();
            if (!filled.isEmpty()) {
                kept.put(name, filled);
            }
        });
        return new Parameters(kept);
    }

    /** @throws OAuthException invalid_request, if {@code encoded} is no form or has too many parameters */
    public static Parameters parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return NONE;
        }
        String[] pairs = encoded.split("&", MAX_COUNT + 1);
        if (pairs.length > MAX_COUNT) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "too many parameters");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            values.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(value);
        }
        return of(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "a parameter is not percent-encoded correctly");
        }
    }

    /** @throws OAuthException invalid_request, if the parameter was sent more than once */
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw new OAuthException(ErrorCode.INVALID_REQUEST, "the parameter " + name + " was sent more than once");
        }
        return all.stream().findFirst();
    }

    /** @throws OAuthException invalid_request, if the parameter is absent or was sent more than once */
    public String required(String name) {
        return one(name)
                .orElseThrow(
                        () -> new OAuthException(ErrorCode.INVALID_REQUEST, "the parameter " + name + " is missing"));
    }

    /** Every value of a parameter that may be repeated, such as {@code resource} (RFC 8707 section 2). */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public String toString() {
        return "Parameters" + values.keySet();
    }
}
