package org.vizgate.spi;

/** Makes a store: the service that {@code META-INF/services/org.vizgate.spi.GrantStoreProvider} names. */
public interface GrantStoreProvider {
    /** The value of {@code OAUTH_STORE} that chooses this store: lower-case letters and digits. */
    String name();

    /**
     * Opens the store. Called once per web application; the caller closes the store.
     *
     * @throws IllegalArgumentException if an option is missing or wrong; its message tells an administrator what to write
     * @throws GrantStoreException if the store cannot be reached
     */
    GrantStore open(StoreOptions options);
}
