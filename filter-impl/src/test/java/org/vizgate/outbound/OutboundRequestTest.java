package org.vizgate.outbound;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.OutboundRequest.Body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboundRequestTest {
    private static final URI SOMEWHERE = URI.create("https://tableau.example:8443/path?code=SECRET");

    @Test
    void toString_showsNeitherQueryNorHeadersNorBody() {
        OutboundRequest request =
                OutboundRequest.post(SOMEWHERE, Map.of("X-Tableau-Auth", "SECRET"), new Body("text/plain", "SECRET"));

        assertThat(request).hasToString("POST https://tableau.example:8443/path");
        assertThat(request.body().orElseThrow().toString()).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECRET\r\nX: y", "SECRET\n", "SECRET\0", "SECRET\u0430", "SECRET\u007f"})
    void aHeaderThatCouldEndItsLine_isRefusedWithoutItsValue(String value) {
        assertThatThrownBy(() -> OutboundRequest.get(SOMEWHERE, Map.of("X-Tableau-Auth", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("X-Tableau-Auth")
                .hasMessageNotContaining("SECRET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X: y", "", "X\r\n"})
    void aHeaderWithABadName_isRefused(String name) {
        assertThatThrownBy(() -> OutboundRequest.get(SOMEWHERE, Map.of(name, "z")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host/", "/path", "https:///path", "https://user@host/", "mailto:a@b"})
    void anAddressThatIsNotHttp_isRefused(String address) {
        assertThatThrownBy(() -> OutboundRequest.get(URI.create(address), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMethodThatIsNone_isRefused() {
        assertThatThrownBy(() -> new OutboundRequest("GET /", SOMEWHERE, Map.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
