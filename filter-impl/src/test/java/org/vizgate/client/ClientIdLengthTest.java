package org.vizgate.client;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

/** How long client ids are. Clients keep them, and send them in addresses and headers. */
class ClientIdLengthTest {
    private final SetClock clock = new SetClock(TestClients.NOW);
    private final SealedClients sealed = TestClients.sealed(clock);

    /** Measured: 107, 119 and 152 characters. The rest is for deflaters that do it otherwise. */
    @ParameterizedTest
    @CsvSource({"1, 112", "3, 125", "10, 160"})
    void anOrdinaryId_isShort(int redirects, int longest) {
        List<String> uris = IntStream.rangeClosed(1, redirects)
                .mapToObj(number -> "https://client.example/callback/" + number)
                .toList();

        String id = registered("Example MCP Client", uris);
        assertThat(id).hasSizeLessThanOrEqualTo(longest).matches("[A-Za-z0-9._-]+");
        assertThat(sealed.open(id).orElseThrow().redirectUris()).isEqualTo(uris);
        assertThat(sealed.open(id).orElseThrow().name()).isEqualTo("Example MCP Client");
    }

    private String registered(String name, List<String> uris) {
        String quoted = uris.stream().map(uri -> '"' + uri + '"').collect(Collectors.joining(","));
        return TestClients.registered(
                sealed,
                clock,
                "{\"client_name\":\"" + name + "\",\"redirect_uris\":[" + quoted
                        + "],\"token_endpoint_auth_method\":\"none\"}");
    }
}
