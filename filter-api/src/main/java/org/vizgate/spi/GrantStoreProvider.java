package org.vizgate.spi;

/**
 * Makes a store: the service that {@code META-INF/services/org.vizgate.spi.GrantStoreProvider} names. Found by
 * {@link java.util.ServiceLoader} with the web application's class loader, which is the thread's context class loader as well
 * while the store is opened. A provider is made even if another one is chosen, so its class must load without its library.
 */
public interface GrantStoreProvider {
    /** The value of {@code OAUTH_STORE} that chooses this store: lower-case letters and digits. */
    String name();

    /**
     * Opens the store. Called once per web application; the caller closes the store. A store that is away now may be up later:
     * opening it rather logs than fails, unless nothing but other options can help.
     *
     * @throws IllegalArgumentException if an option is missing, unknown or wrong; its message tells an administrator what to
     *     write, and repeats no secret
     * @throws GrantStoreException if the store cannot do without being reached now; the application does not start then
     */
    GrantStore open(StoreOptions options);
}
