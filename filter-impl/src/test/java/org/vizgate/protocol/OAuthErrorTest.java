package org.vizgate.protocol;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OAuthErrorTest {
    /** RFC 6749 section 5.2: the description has neither quotes nor backslashes nor control characters. */
    @Test
    void forbiddenCharactersOfADescription_becomeQuestionMarks() {
        OAuthError error = new OAuthError(ErrorCode.INVALID_REQUEST, "a\"b\\c\r\nd\u00e4e\u0000");

        assertThat(error.description()).isEqualTo("a?b?c??d?e?");
    }

    @Test
    void theReasonForTheLog_isNotTheDescription() {
        OAuthException refusal = new OAuthException(ErrorCode.INVALID_GRANT, "for the client", "for the log");

        assertThat(refusal).hasMessage("for the log");
        assertThat(refusal.error().description()).isEqualTo("for the client");
    }

    @Test
    void everyErrorCode_hasItsOwnNameAndAnErrorStatus() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::wireName))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z_]+"));
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::status))
                .allMatch(status -> status >= 400 && status < 600);
    }

    @Test
    void grantTypes_areFoundByTheirExactName() {
        assertThat(GrantType.of("refresh_token")).contains(GrantType.REFRESH_TOKEN);
        assertThat(GrantType.of("REFRESH_TOKEN")).isEmpty();
        assertThat(GrantType.of("password")).isEmpty();
    }
}
