package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A small pool of our own, for a database that is given by its address. The one class that needs HikariCP. */
final class PooledConnections implements Connections {
    private final HikariDataSource pool;
    private final Drivers drivers;

    private PooledConnections(HikariDataSource pool, Drivers drivers) {
        this.pool = pool;
        this.drivers = drivers;
    }

    /** @throws IllegalArgumentException if there is no driver for the address */
    static Connections to(JdbcOptions options) {
        Drivers drivers = new Drivers(Thread.currentThread().getContextClassLoader());
        Driver driver = drivers.forUrl(options.url().orElseThrow());
        try {
            return new PooledConnections(pool(options, driver), drivers);
        } catch (RuntimeException e) {
            drivers.close();
            throw e;
        }
    }

    private static HikariDataSource pool(JdbcOptions options, Driver driver) {
        long timeout = options.timeout().toMillis();
        HikariConfig config = new HikariConfig();
        config.setPoolName("vizgate-store");
        config.setDataSource(new DriverSource(driver, options));
        config.setMaximumPoolSize(options.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(timeout);
        config.setValidationTimeout(Math.max(250, Math.min(timeout - 1, 2_000)));
        config.setAutoCommit(true);
        // The pool starts without a connection: a database that is down now may be up later.
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public Connection take() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
        drivers.close();
    }
}
