package org.vizgate.store.jdbc;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Hashtable;
import java.util.Map;
import java.util.UUID;

import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.spi.InitialContextFactory;

import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.StoreOptions;
import org.vizgate.testing.GrantStoreContract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The contract with a data source that a container keeps under a name. */
class ContainerConnectionsTest extends GrantStoreContract {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @BeforeEach
    void haveNames() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Names.class.getName());
        System.setProperty(Names.URL, url);
    }

    @AfterEach
    void haveNone() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
        System.clearProperty(Names.URL);
    }

    @Override
    protected GrantStore open() {
        haveNames();
        return open("jdbc/grants");
    }

    private static GrantStore open(String name) {
        return new JdbcStoreProvider().open(new StoreOptions(Map.of("JNDI", name)));
    }

    /** With Jetty's names: those of an application are below {@code java:comp/env}, and nowhere else. */
    @SuppressWarnings("BanJNDI") // The names are the test's own.
    @ParameterizedTest
    @ValueSource(strings = {"jdbc/application", "java:comp/env/jdbc/application"})
    void aNameOfTheApplication_isFoundWithItsPrefixAndWithout(String name) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader application = new URLClassLoader(new URL[0], before)) {
            thread.setContextClassLoader(application);
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(url);
            Context names = (Context) new InitialContext().lookup("java:comp");
            names.createSubcontext("env").createSubcontext("jdbc").bind("application", source);
            try (GrantStore store = open(name)) {
                assertThat(store.insert(KEY, ENTRY, NOW)).isTrue();
            } finally {
                names.unbind("env");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc/nothing", "text"})
    void whatIsNoDataSource_isRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(name))
                .withMessageContaining("OAUTH_STORE_JDBC_JNDI");
    }

    /** A container's names: a data source that has auto-commit switched off, and a text. */
    public static final class Names implements InitialContextFactory {
        private static final String URL = "org.vizgate.store.jdbc.ContainerConnectionsTest";

        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            return new InitialContext(true) {
                @Override
                public Object lookup(String name) throws NamingException {
                    if (name.equals("jdbc/grants")) {
                        JdbcDataSource source = new JdbcDataSource();
                        source.setURL(System.getProperty(URL) + ";AUTOCOMMIT=OFF");
                        return source;
                    }
                    if (name.equals("text")) {
                        return "text";
                    }
                    throw new NameNotFoundException(name);
                }
            };
        }
    }
}
