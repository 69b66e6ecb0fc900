package org.vizgate.jose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.InvalidTokenException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.jose.ForgedTokenTest.filled;
import static org.vizgate.jose.Refusals.reason;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.SECOND;
import static org.vizgate.jose.TestKeys.THIRD;
import static org.vizgate.jose.TestKeys.WIDE;

/** The peer's tokens, where they are accepted. */
class UnsignedTokenTest {
    private static final String CLAIMS = "{\"sub\":\"someone\"}";

    private final AccessTokenCipher cipher = TestKeys.lenientCipher(FIRST, SECOND, THIRD, WIDE);

    @Test
    void aTokenOfThePeer_opensAndSaysThatItIsUnsigned() {
        AccessTokenCipher.Opened opened = cipher.open(Forgery.unsigned(FIRST, CLAIMS));

        assertThat(opened.claimsJson()).isEqualTo(CLAIMS);
        assertThat(opened.signed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'RSA-OAEP-256','enc':'A256GCM','typ':'JWT'}",
                "{'enc':'A256GCM','alg':'RSA-OAEP-256','kid':'$'}"
            })
    void aTypeOrAKeyId_isFine(String header) {
        assertThat(cipher.open(Forgery.encrypted(FIRST, filled(header), CLAIMS)).signed())
                .isFalse();
    }

    @Test
    void withoutAKeyId_twoKeysOfItsLengthAreTriedAndNoMore() {
        assertThat(cipher.open(Forgery.unsigned(SECOND, CLAIMS)).signed()).isFalse();
        assertThat(cipher.open(Forgery.unsigned(WIDE, CLAIMS)).signed()).isFalse();
        assertThat(reason(cipher, Forgery.unsigned(THIRD, CLAIMS))).isEqualTo(Reason.NOT_DECRYPTED);
    }

    @Test
    void theWrongKey_isRefused() {
        assertThat(reason(TestKeys.lenientCipher(FIRST), Forgery.unsigned(SECOND, CLAIMS)))
                .isEqualTo(Reason.NOT_DECRYPTED);
        assertThat(reason(TestKeys.lenientCipher(FIRST), Forgery.unsigned(WIDE, CLAIMS)))
                .isEqualTo(Reason.WRONG_LENGTH);
    }

    @Test
    void aKeyIdOfAnotherKey_isRefused() {
        String header = filled("{'alg':'RSA-OAEP-256','enc':'A256GCM','kid':'$'}");

        assertThat(reason(cipher, Forgery.encrypted(SECOND, header, CLAIMS))).isEqualTo(Reason.NOT_DECRYPTED);
        assertThat(reason(cipher, Forgery.encrypted(WIDE, header, CLAIMS))).isEqualTo(Reason.WRONG_LENGTH);
        assertThat(reason(cipher, Forgery.encrypted(FIRST, header.replace("kid\":\"", "kid\":\"x"), CLAIMS)))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "eyJhbGciOiJub25lIn0.e30.", " {}"})
    void contentThatIsNotAnObject_isRefused(String content) {
        assertThat(reason(cipher, Forgery.unsigned(FIRST, content))).isIn(Reason.NO_CLAIMS, Reason.WRONG_LENGTH);
    }

    @Test
    void ourOwnTokens_staySigned() {
        assertThat(cipher.open(cipher.seal(CLAIMS)).signed()).isTrue();
    }

    @Test
    void aForgedSignature_isNotTakenForNone() {
        assertThat(reason(cipher, ForgedTokenTest.nested(CLAIMS))).isEqualTo(Reason.NOT_SIGNED_BY_US);
    }
}
