package org.vizgate.session;

import java.security.MessageDigest;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A text that must not be printed: a token, a password, a key.
 *
 * <p>{@link #toString} hides it, {@link #equals} takes the same time wherever two secrets differ, and it is not
 * {@link java.io.Serializable}, so a container that saves sessions cannot write it to a disk. Immutable.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** A secret around {@code value}, which may be empty but not null. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The text itself. Whoever calls this answers for where it goes. */
    public String reveal() {
        return value;
    }

    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret that && MessageDigest.isEqual(value.getBytes(UTF_8), that.value.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Always {@code [secret]}. */
    @Override
    public String toString() {
        return "[secret]";
    }
}
