package org.vizgate.jose;

import org.vizgate.jose.InvalidTokenException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** How tests look at a refusal. */
final class Refusals {
    private Refusals() {}

    /** Why {@code cipher} refuses {@code token}; fails if it accepts it, or throws what could tell a secret. */
    static Reason reason(AccessTokenCipher cipher, String token) {
        Throwable thrown = catchThrowable(() -> cipher.open(token));
        assertThat(thrown).isInstanceOf(InvalidTokenException.class).hasNoCause();
        InvalidTokenException refusal = (InvalidTokenException) thrown;
        assertThat(refusal).hasMessage(refusal.reason().toString());
        return refusal.reason();
    }
}
