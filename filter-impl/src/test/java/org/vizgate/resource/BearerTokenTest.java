package org.vizgate.resource;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BearerTokenTest {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b", "bearer a.b", "BEARER a.b", "bEaReR   a.b"})
    void theScheme_isCaseless(String header) {
        assertThat(BearerToken.of(List.of(header), null).map(BearerToken::text)).contains("a.b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic eA==", "DPoP a.b", "Bearerx a.b", "Bear", "Bearer\ta.b", " Bearer a.b"})
    void anotherScheme_isNoToken(String header) {
        assertThat(BearerToken.of(List.of(header), null)).isEmpty();
    }

    @Test
    void noHeader_isNoToken() {
        assertThat(BearerToken.of(List.of(), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "bearer ", "Bearer    ", "Bearer a b", "Bearer a ", "Bearer a,b", "Bearer a, Bearer b"
            })
    void whatIsNotOneToken_isInvalidRequest(String header) {
        assertInvalidRequest(List.of(header), null);
    }

    @Test
    void aRepeatedHeader_isInvalidRequest() {
        assertInvalidRequest(List.of("Bearer a", "Bearer a"), null);
        assertInvalidRequest(List.of("Basic x", "Bearer a"), null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token=x", "a=1&access_token=x", "access_token="})
    void aSecondTokenInTheQuery_isInvalidRequest(String query) {
        assertInvalidRequest(List.of("Bearer a"), query);
    }

    /** OAuth 2.1 section 5.1.1: a token in the query is never accepted. */
    @Test
    void aTokenInTheQueryOnly_isNoToken() {
        assertThat(BearerToken.of(List.of(), "access_token=a.b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_access_token=x", "a=access_token", "access_tokens=x"})
    void otherParameters_areNoToken(String query) {
        assertThat(BearerToken.of(List.of("Bearer a"), query).map(BearerToken::text))
                .contains("a");
    }

    private static void assertInvalidRequest(List<String> headers, @Nullable String query) {
        assertThat(catchThrowableOfType(OAuthException.class, () -> BearerToken.of(headers, query))
                        .code())
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }
}
