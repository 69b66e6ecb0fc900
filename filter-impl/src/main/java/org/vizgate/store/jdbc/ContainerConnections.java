package org.vizgate.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The connections of a data source that the container keeps, found by its JNDI name. How long it may take to get one is the
 * container's setting.
 */
final class ContainerConnections implements Connections {
    private static final String APPLICATION = "java:comp/env/";

    private final DataSource source;
    private final int answerMillis;

    private ContainerConnections(DataSource source, int answerMillis) {
        this.source = source;
        this.answerMillis = answerMillis;
    }

    /** @throws IllegalArgumentException if there is no data source of that name */
    static ContainerConnections named(JdbcOptions options) {
        String name = options.jndi().orElseThrow();
        Object found = find(name);
        if (found instanceof DataSource source) {
            return new ContainerConnections(source, Patience.answerMillis(options.timeout()));
        }
        throw new IllegalArgumentException("OAUTH_STORE_JDBC_JNDI names something that is no javax.sql.DataSource");
    }

    // JNDI is dangerous for names that strangers choose. This one is an administrator's, and of a form that stays in
    // the JVM.
    @SuppressWarnings("BanJNDI")
    private static Object find(String name) {
        try {
            InitialContext names = new InitialContext();
            try {
                return names.lookup(name);
            } catch (NamingException e) {
                // A name such as jdbc/grants is meant as web.xml means it.
                return names.lookup(APPLICATION + name);
            }
        } catch (NamingException e) {
            throw new IllegalArgumentException(
                    "OAUTH_STORE_JDBC_JNDI names no data source, neither as it is written nor below " + APPLICATION, e);
        }
    }

    @Override
    public Connection take() throws SQLException {
        Connection connection = source.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            Patience.limit(connection, answerMillis);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Leaves the data source alone: it is the container's. */
    @Override
    public void close() {}
}
