package org.vizgate.client;

import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.testing.SetClock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a client says of itself: it is refused by name, or its id says the same again. */
@Tag("fuzz")
class ClientFuzzTest {
    private static final SetClock CLOCK = new SetClock(TestClients.NOW);
    private static final SealedClients SEALED = TestClients.sealed(CLOCK);

    @FuzzTest
    void metadata(byte[] data) {
        try {
            ClientMetadata read =
                    ClientMetadata.read(TestKeys.JSON.read(new String(data, UTF_8)), TestClients.ANY_REDIRECT);
            Client client = SEALED.open(SEALED.seal(read, CLOCK.instant())).orElseThrow();
            assertThat(client.redirectUris()).isEqualTo(read.redirectUris());
            assertThat(client.name()).isEqualTo(read.name());
            assertThat(client.method()).isEqualTo(read.method());
        } catch (MalformedJsonException e) {
            // What the endpoint answers with invalid_client_metadata.
        } catch (OAuthException e) {
            assertThat(e.code()).isIn(ErrorCode.INVALID_CLIENT_METADATA, ErrorCode.INVALID_REDIRECT_URI);
        }
    }

    /** What is admitted is a plain address, and matches itself. */
    @FuzzTest
    void redirectUri(byte[] data) {
        String uri = new String(data, UTF_8);
        for (ApplicationType type : ApplicationType.values()) {
            Optional<String> problem = TestClients.ANY_REDIRECT.problem(uri, type);
            if (problem.isEmpty()) {
                assertThat(uri).matches("[\\x21-\\x7e]{3,500}").doesNotContain("#");
                assertThat(uri.toLowerCase(java.util.Locale.ROOT)).doesNotStartWith("javascript:");
                assertThat(RedirectUris.matches(uri, uri)).isTrue();
            }
        }
        assertThat(RedirectUris.isLoopback(uri) && RedirectUris.isCustomScheme(uri))
                .isFalse();
        if (RedirectUris.matches("http://127.0.0.1/cb", uri)) {
            assertThat(uri).matches("(?i:http)://127\\.0\\.0\\.1(:[0-9]*)?/cb");
        }
    }

    /** An id that somebody made up, and the deflated content that only we can seal. */
    @FuzzTest
    void clientId(byte[] data) {
        assertThat(SEALED.open(new String(data, UTF_8))).isEmpty();
        assertThat(SEALED.open("vg1." + new String(data, UTF_8))).isEmpty();
        ShortText.inflated(data).ifPresent(text -> assertThat(text).hasSizeLessThanOrEqualTo(8_192));
        DocumentAddress.parse("https://" + new String(data, UTF_8))
                .ifPresent(address -> assertThat(address.host()).contains("."));
    }
}
