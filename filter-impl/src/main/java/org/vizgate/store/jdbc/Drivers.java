package org.vizgate.store.jdbc;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JDBC drivers that the web application sees. {@link DriverManager} itself knows only those that were there when somebody
 * first used it, in a container usually none of the application's.
 *
 * <p>A driver enters itself there when its class is loaded, and would keep the web application in memory after its end:
 * {@link #close} takes out what came in through us.
 */
final class Drivers implements AutoCloseable {
    private final ClassLoader application;
    private final Set<Driver> before = registered();

    Drivers(ClassLoader application) {
        this.application = application;
    }

    /** @throws IllegalArgumentException if no driver takes the address, which the message does not repeat */
    Driver forUrl(String url) {
        for (ServiceLoader.Provider<Driver> candidate :
                ServiceLoader.load(Driver.class, application).stream().toList()) {
            try {
                Driver driver = candidate.get();
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            } catch (ServiceConfigurationError | SQLException e) {
                System.getLogger(Drivers.class.getName())
                        .log(System.Logger.Level.DEBUG, "a JDBC driver is not usable", e);
            }
        }
        close();
        throw new IllegalArgumentException("no JDBC driver takes the address in OAUTH_STORE_JDBC_URL; put the jar of"
                + " the driver into WEB-INF/lib or among the container's libraries, and see whether it wants the"
                + " address written differently");
    }

    private static Set<Driver> registered() {
        return DriverManager.drivers().collect(Collectors.toCollection(HashSet::new));
    }

    @Override
    public void close() {
        registered().stream()
                .filter(driver -> !before.contains(driver) && driver.getClass().getClassLoader() == application)
                .forEach(Drivers::deregister);
    }

    private static void deregister(Driver driver) {
        try {
            DriverManager.deregisterDriver(driver);
        } catch (SQLException e) {
            System.getLogger(Drivers.class.getName())
                    .log(System.Logger.Level.DEBUG, "a JDBC driver stays registered", e);
        }
    }
}
