package org.vizgate.accesstoken;

import org.vizgate.limit.TestAttempts;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** How tests look at a refusal. */
final class Refusals {
    private Refusals() {}

    static void assertRefused(AccessTokens tokens, String token) {
        assertThat(reason(tokens, token)).startsWith("access token refused: ");
    }

    /** The reason for the log. Fails if the token is accepted, or if the client could learn the reason. */
    static String reason(AccessTokens tokens, String token) {
        Throwable thrown = catchThrowable(() -> tokens.verify(token, TestAttempts.SOMEBODY));
        assertThat(thrown).isInstanceOf(OAuthException.class).hasNoCause();
        OAuthException refusal = (OAuthException) thrown;
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal.error().description()).isEqualTo("The access token is invalid or has expired");
        assertThat(refusal.getMessage()).doesNotContain("session|token", "mallory");
        return String.valueOf(refusal.getMessage());
    }
}
