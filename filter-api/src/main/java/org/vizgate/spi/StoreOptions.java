package org.vizgate.spi;

import java.util.Map;

/**
 * The settings of a store: the part of each {@code OAUTH_STORE_*} name after that prefix (for example {@code JDBC_URL}),
 * with its value.
 *
 * @param values unmodifiable; a value may be a secret
 */
public record StoreOptions(Map<String, String> values) {
    public StoreOptions {
        values = Map.copyOf(values);
    }

    /** Shows the names only: a value may be a password. */
    @Override
    public String toString() {
        return "StoreOptions" + values.keySet();
    }
}
