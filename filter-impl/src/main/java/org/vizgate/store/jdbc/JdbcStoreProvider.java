package org.vizgate.store.jdbc;

import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreOptions;

/**
 * Opens the store in a database. Options: {@code JNDI}, or {@code URL} with {@code USER} and {@code PASSWORD} and
 * {@code POOL_SIZE}; {@code TABLE}; {@code TIMEOUT_MS}.
 */
public final class JdbcStoreProvider implements GrantStoreProvider {
    @Override
    public String name() {
        return "jdbc";
    }

    @Override
    public GrantStore open(StoreOptions options) {
        JdbcOptions wanted = JdbcOptions.of(options);
        Connections connections = wanted.jndi().isPresent() ? ContainerConnections.named(wanted) : pooled(wanted);
        try {
            return JdbcStore.in(new Database(connections, new GrantTable(wanted.table()), wanted.timeout()));
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    private static Connections pooled(JdbcOptions wanted) {
        try {
            return PooledConnections.to(wanted);
        } catch (NoClassDefFoundError e) {
            throw new IllegalArgumentException(
                    "OAUTH_STORE_JDBC_URL needs the jar of com.zaxxer:HikariCP in WEB-INF/lib (there is no class "
                            + e.getMessage()
                            + "); or use a data source of the container with OAUTH_STORE_JDBC_JNDI",
                    e);
        }
    }
}
