package org.vizgate.store.jdbc;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.spi.StoreOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JdbcOptionsTest {
    private static final String URL = "jdbc:h2:mem:options";

    @Test
    void defaults_areThoseOfTheReadme() {
        JdbcOptions options = JdbcOptions.of(new StoreOptions(Map.of("URL", URL)));

        assertThat(options.table()).isEqualTo("vizgate_grants");
        assertThat(options.poolSize()).isEqualTo(10);
        assertThat(options.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void noneOrBothOfUrlAndName_areRefused() {
        assertRefused(Map.of()).withMessageContaining("OAUTH_STORE_JDBC_JNDI");
        assertRefused(Map.of("URL", URL, "JNDI", "jdbc/grants")).withMessageContaining("either");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grants; DROP TABLE users", "a.b.c", "1grants", "\"grants\"", ""})
    void whatIsNoNameOfATable_isRefused(String table) {
        assertRefused(Map.of("URL", URL, "TABLE", table)).withMessageContaining("OAUTH_STORE_JDBC_TABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://directory.example.org/grants", "rmi:grants", "java:ldap://x", "a b"})
    void aNameThatLeadsElsewhere_isRefused(String name) {
        assertRefused(Map.of("JNDI", name)).withMessageContaining("OAUTH_STORE_JDBC_JNDI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "1001", "99999999999"})
    void whatIsNoSizeOfAPool_isRefused(String size) {
        assertRefused(Map.of("URL", URL, "POOL_SIZE", size)).withMessageContaining("OAUTH_STORE_JDBC_POOL_SIZE");
    }

    @Test
    void anUnknownOption_isRefused_andTheOthersAreNamed() {
        assertRefused(Map.of("URL", URL, "PASWORD", "sesame"))
                .withMessageContaining("OAUTH_STORE_JDBC_PASWORD")
                .withMessageContaining("OAUTH_STORE_JDBC_PASSWORD")
                .withMessageNotContaining("sesame");
    }

    @Test
    void aPasswordForAContainersDataSource_isRefused() {
        assertRefused(Map.of("JNDI", "jdbc/grants", "PASSWORD", "sesame")).withMessageNotContaining("sesame");
    }

    @Test
    void anAddressWithoutADriver_isRefusedAndNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcStoreProvider()
                        .open(new StoreOptions(Map.of("URL", "jdbc:nosuch://db?password=sesame"))))
                .withMessageContaining("no JDBC driver")
                .withMessageNotContaining("sesame");
    }

    @Test
    void text_showsNeitherAddressNorPassword() {
        assertThat(JdbcOptions.of(new StoreOptions(Map.of("URL", URL + ";PASSWORD=a", "PASSWORD", "sesame"))))
                .asString()
                .doesNotContain("sesame", "PASSWORD=a");
    }

    private static org.assertj.core.api.ThrowableAssertAlternative<?> assertRefused(Map<String, String> options) {
        return assertThatIllegalArgumentException().isThrownBy(() -> JdbcOptions.of(new StoreOptions(options)));
    }
}
