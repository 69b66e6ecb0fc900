package org.vizgate.spi;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a store. One with the name {@code x} has those that begin with {@code OAUTH_STORE_X_}.
 *
 * @param values by what follows that beginning: {@code OAUTH_STORE_JDBC_URL} is the {@code URL} of the store {@code jdbc}.
 *     Never blank, without blanks at their ends, unmodifiable. A value may be a secret. Each may also have come from a file:
 *     {@code OAUTH_STORE_X_NAME_FILE} is a path, and {@code NAME} is what the file holds
 * @param longestLives how long an entry of a kind can live at most under the present settings, for stores whose engine has
 *     to know before it has an entry; a kind that is missing has no known limit
 */
public record StoreOptions(Map<String, String> values, Map<EntryKind, Duration> longestLives) {
    public StoreOptions {
        values = Map.copyOf(values);
        longestLives = Map.copyOf(longestLives);
    }

    /** Options without limits, for a test. */
    public StoreOptions(Map<String, String> values) {
        this(values, Map.of());
    }

    /** The value of an option, if it is set. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Shows the names only: a value may be a password. */
    @Override
    public String toString() {
        return "StoreOptions" + values.keySet();
    }
}
