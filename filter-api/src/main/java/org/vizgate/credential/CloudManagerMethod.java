package org.vizgate.credential;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What can be asked of Cloud Manager's REST API. Tableau documents some of it, and some only by name, so
 * {@link CloudManagerSignIn#calling} can say another verb and path for each.
 */
public enum CloudManagerMethod {
    /**
     * Documented by name. Sends {@code {"token":"<secret>"}}, as programs of others do; not verified against a live tenant.
     */
    LOGIN_WITH_TOKEN("POST /api/v1/pat/login", ""),

    /** Documented. Sends {@code {"token":"<JWT>"}}. */
    LOGIN_WITH_JWT("POST /api/v1/tcuJwt/login", ""),

    /** Documented. */
    CREATE_CONFIGURATION("POST /api/v1/uat-configurations", ""),

    /** Taken from programs of others; not verified against a live tenant. */
    LIST_CONFIGURATIONS("GET /api/v1/uat-configurations", ""),

    /** Concluded from the others; not verified against a live tenant. */
    GET_CONFIGURATION("GET /api/v1/uat-configurations/{configId}", "{configId}"),

    /** Concluded from the others, and it may as well be {@code PATCH}; not verified against a live tenant. */
    UPDATE_CONFIGURATION("PUT /api/v1/uat-configurations/{configId}", "{configId}"),

    /** Taken from programs of others; not verified against a live tenant. */
    DELETE_CONFIGURATION("DELETE /api/v1/uat-configurations/{configId}", "{configId}"),

    /**
     * Off until it is set: that there is such a thing is documented, how to call it is not. The id goes where the path has
     * <code>{jti}</code>; a path without it gets the body {@code {"jti":"<id>"}}.
     */
    REVOKE_JWT(null, "{jti}"),

    /**
     * Off until it is set; sessions then end by themselves, half an hour after the last call. One program of others calls
     * {@code DELETE /api/v2/sessions}; not verified against a live tenant.
     */
    LOGOUT(null, "");

    private final @Nullable String usual;
    private final String subject;

    /** @param subject what stands in the path for the thing that the call is about; empty for none */
    CloudManagerMethod(@Nullable String usual, String subject) {
        this.usual = usual;
        this.subject = subject;
    }

    /** How it is called unless another way is set; empty if it is off then. */
    public Optional<Call> usual() {
        return Optional.ofNullable(usual).map(Call::of);
    }

    /** @throws IllegalArgumentException if the path does not name what the call is about, or something else */
    void requireFit(Call call) {
        boolean isNamed = call.path().contains(subject) || this == REVOKE_JWT;
        if (!isNamed || call.path().replace(subject, "").contains("{")) {
            throw new IllegalArgumentException(
                    "the path of " + this + " has to contain " + (subject.isEmpty() ? "nothing in braces" : subject));
        }
    }

    /**
     * A verb and a path.
     *
     * @param path below the host; <code>{configId}</code> and <code>{jti}</code> stand for what a call is about
     */
    public record Call(String verb, String path) {
        private static final Pattern VERB = Pattern.compile("GET|POST|PUT|PATCH|DELETE");
        private static final Pattern PATH =
                Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~-]+|\\{[A-Za-z]+}))+");

        /** @throws IllegalArgumentException if the verb is none of these, or the path has anything but plain segments */
        public Call {
            if (!VERB.matcher(verb).matches() || !PATH.matcher(path).matches()) {
                throw new IllegalArgumentException(
                        "a call of Cloud Manager is a verb and a path, such as DELETE /api/v2/sessions");
            }
        }

        /**
         * @param text such as {@code PATCH /api/v1/uat-configurations/{configId}}
         * @throws IllegalArgumentException if it is not of that form
         */
        public static Call of(String text) {
            int space = text.indexOf(' ');
            return new Call(text.substring(0, Math.max(space, 0)), text.substring(space + 1));
        }

        /** As {@link #of} reads it. */
        @Override
        public String toString() {
            return verb + " " + path;
        }
    }
}
