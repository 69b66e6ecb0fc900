package org.vizgate.client;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.TestKeys;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConfiguredClientTest {
    private static final String REDIRECTS = "\"redirect_uris\":[\"https://client.example/cb\"]";

    @Test
    void aFileWithClients_isRead() {
        List<ConfiguredClient> clients = read("{\"clients\":[{\"client_id\":\"one\",\"client_name\":\"One\","
                + REDIRECTS + "},{\"client_id\":\"two\",\"client_secret\":\"pw\"," + REDIRECTS + "}]}");

        assertThat(clients).hasSize(2);
        assertThat(clients.get(0).client().name()).isEqualTo("One");
        assertThat(clients.get(0).client().isPublic()).isTrue();
        assertThat(clients.get(0).client().isConfigured()).isTrue();
        assertThat(clients.get(1).client().name()).isEqualTo("two");
        assertThat(clients.get(1).client().method()).isEqualTo(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        assertThat(clients.get(1).secret()).contains(Secret.of("pw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"clients\":[]}"})
    void aFileWithoutClients_isEmpty(String text) {
        assertThat(read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | JSON",
                "[] | JSON",
                "{} | clients is missing",
                "{\"client\":[]} | clients is missing",
                "{\"clients\":{}} | clients",
                "{\"clients\":[1]} | clients",
                "{\"clients\":[{}]} | client_id",
                "{\"clients\":[{\"client_id\":\"one\"}]} | client one: redirect_uris",
                "{\"clients\":[{\"client_id\":\"one\",\"redirect_uris\":[\"http://a.example/\"]}]} | client one: http",
                "{\"clients\":[{\"client_id\":\"one\",\"redirect_uris\":[\"https://a.example/\"],\"client_secret\":1}]}"
                        + " | client_secret"
            })
    void whatIsWrongInAFile_isNamed(String text, String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(text))
                .withMessageContaining("the file of clients")
                .withMessageContaining(fault);
    }

    @Test
    void toString_showsNoSecret() {
        assertThat(read("{\"clients\":[{\"client_id\":\"two\",\"client_secret\":\"hunter2\"," + REDIRECTS + "}]}")
                        .toString())
                .doesNotContain("hunter2");
    }

    private static List<ConfiguredClient> read(String text) {
        return ConfiguredClient.readAll(text, TestKeys.JSON, TestClients.ANY_REDIRECT);
    }
}
