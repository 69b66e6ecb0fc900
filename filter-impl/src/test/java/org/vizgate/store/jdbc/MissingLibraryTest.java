package org.vizgate.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreOptions;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** An administrator who has forgotten a jar reads its name. */
class MissingLibraryTest {
    private static final StoreOptions OPTIONS = new StoreOptions(Map.of("URL", "jdbc:h2:mem:missing"));

    @Test
    void withoutThePool_itsJarIsNamed() throws Exception {
        GrantStoreProvider provider = (GrantStoreProvider) new Without("com.zaxxer.")
                .loadClass(JdbcStoreProvider.class.getName())
                .getConstructor()
                .newInstance();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> provider.open(OPTIONS))
                .withMessageContaining("com.zaxxer:HikariCP")
                .withMessageContaining("OAUTH_STORE_JDBC_JNDI");
    }

    /** As a web application that lacks one of its libraries; what stands on it is loaded anew. */
    private static final class Without extends ClassLoader {
        private final String missing;

        Without(String missing) {
            super(Without.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(missing)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("org.vizgate.store.jdbc.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
