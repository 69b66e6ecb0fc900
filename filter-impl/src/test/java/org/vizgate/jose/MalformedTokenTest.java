package org.vizgate.jose;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.InvalidTokenException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.jose.AccessTokenFormat.DIRECT;
import static org.vizgate.jose.AccessTokenFormat.RSA;
import static org.vizgate.jose.ForgedTokenTest.filled;
import static org.vizgate.jose.ForgedTokenTest.inner;
import static org.vizgate.jose.ForgedTokenTest.innerHeader;
import static org.vizgate.jose.Refusals.reason;
import static org.vizgate.jose.TestKeys.FIRST;

/** The first look: what it refuses costs no decryption. */
class MalformedTokenTest {
    private static final String CLAIMS = "{\"sub\":\"someone\",\"pad\":\"12345\"}";

    private final AccessTokenCipher cipher = TestKeys.cipher(RSA, FIRST);
    private final String[] valid = cipher.seal(CLAIMS).split("\\.", 5);

    @Test
    void aTokenLongerThanTheBound_isRefused() {
        assertThat(reason(cipher, "A".repeat(8_193))).isEqualTo(Reason.TOO_LONG);
        assertThat(reason(cipher, ".".repeat(1_000_000))).isEqualTo(Reason.TOO_LONG);
        assertThat(reason(cipher, "A".repeat(8_192))).isEqualTo(Reason.NOT_FIVE_PARTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "....", ".....", "a.b.c", "a.b.c.d", "a.b.c.d.e.f"})
    void anotherNumberOfParts_isRefused(String token) {
        assertThat(reason(cipher, token)).isIn(Reason.NOT_FIVE_PARTS, Reason.WRONG_LENGTH);
    }

    @Test
    void thousandsOfDots_areRefused() {
        assertThat(reason(cipher, ".".repeat(8_000))).isEqualTo(Reason.NOT_FIVE_PARTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "==", " ", "\n", "+", "/", "!", "é", "Ａ", "\0", "%2E", "~"})
    void junkInAnyPart_isRefused(String junk) {
        for (int part = 0; part < 5; part++) {
            assertThat(reason(cipher, changed(part, valid[part] + junk)))
                    .as("behind part %d", part)
                    .isEqualTo(Reason.NOT_BASE64URL);
            assertThat(reason(cipher, changed(part, junk + valid[part])))
                    .as("before part %d", part)
                    .isEqualTo(Reason.NOT_BASE64URL);
        }
    }

    @Test
    void strayBitsAtTheEndOfAPart_areRefused() {
        // 16 bytes leave four bits over: three of four last characters differ in those only.
        String tag = valid[4];
        String stray = tag.substring(0, 21) + (char) (tag.charAt(21) + 1);

        assertThat(reason(cipher, changed(4, stray))).isEqualTo(Reason.NOT_BASE64URL);
    }

    @ParameterizedTest
    @EnumSource
    void aByteMovedBetweenCiphertextAndTag_isRefused(AccessTokenFormat format) {
        AccessTokenCipher of = TestKeys.cipher(format, FIRST);
        // 30 bytes of claims: parts end on whole characters, so that text can move.
        String[] parts = of.seal("{\"sub\":\"12345678901234567890\"}").split("\\.", 5);
        String joined = parts[3] + parts[4];
        String head = parts[0] + "." + parts[1] + "." + parts[2] + ".";

        for (int shift : new int[] {-4, 4, 8}) {
            int boundary = parts[3].length() + shift;
            String moved = head + joined.substring(0, boundary) + "." + joined.substring(boundary);
            assertThat(reason(of, moved)).isIn(Reason.WRONG_LENGTH, Reason.NOT_BASE64URL);
        }
    }

    @Test
    void ciphertextAndTagTooShort_areRefused() {
        assertThat(reason(cipher, changed(4, "AAAA"))).isEqualTo(Reason.WRONG_LENGTH);
        assertThat(reason(cipher, changed(4, ""))).isEqualTo(Reason.WRONG_LENGTH);
        assertThat(reason(cipher, changed(3, ""))).isEqualTo(Reason.WRONG_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "AAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA"})
    void aNonceOfAnotherLength_isRefused(String nonce) {
        assertThat(reason(cipher, changed(2, nonce))).isEqualTo(Reason.WRONG_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 340, 344, 512})
    void anEncryptedKeyOfAnotherLength_isRefused(int characters) {
        assertThat(reason(cipher, changed(1, "A".repeat(characters)))).isEqualTo(Reason.WRONG_LENGTH);
    }

    @Test
    void aHeaderLongerThanTheBound_isRefused() {
        String header = filled("{'alg':'RSA-OAEP-256','enc':'A256GCM','kid':'" + "x".repeat(500) + "','cty':'JWT'}");

        assertThat(reason(cipher, withHeader(header))).isEqualTo(Reason.HEADER_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "'text'",
                "{",
                "{'alg':'RSA-OAEP-256','alg':'RSA-OAEP-256','enc':'A256GCM','kid':'$','cty':'JWT'}",
                "{'alg':'RSA-OAEP-256','enc':'A256GCM','kid':'$','kid':'$','cty':'JWT'}",
                "{'alg':7,'enc':'A256GCM','kid':'$','cty':'JWT'}",
                "{'alg':'RSA-OAEP-256','enc':['A256GCM'],'kid':'$','cty':'JWT'}",
                "{'alg':'RSA-OAEP-256','enc':'A256GCM','kid':{},'cty':'JWT'}",
                "{'alg':'RSA-OAEP-256','enc':'A256GCM','kid':'$','cty':true}",
                "{'alg':null,'enc':'A256GCM','kid':'$','cty':'JWT'}",
                "{'enc':'A256GCM','kid':'$','cty':'JWT'}",
                "{'alg':'RSA-OAEP-256','kid':'$','cty':'JWT'}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            })
    void aHeaderThatIsNotProperJson_isRefused(String header) {
        assertThat(reason(cipher, withHeader(filled(header)))).isEqualTo(Reason.HEADER_UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'zip':'DEF'",
                "'zip':7",
                "'zip':null",
                "'crit':['exp'],'exp':1",
                "'crit':[7]",
                "'crit':[]",
                "'crit':null",
                "'b64':false",
                "'p2c':2499999",
                "'epk':{}",
                "'jwk':{}",
                "'jku':'https://mallory.example'",
                "'x5c':[]",
                "'iss':'https://gate.example'",
            })
    void aHeaderMemberThatIsNotListed_isRefused(String member) {
        String header = filled("{'alg':'RSA-OAEP-256','enc':'A256GCM','kid':'$','cty':'JWT'," + member + "}");

        assertThat(reason(cipher, withHeader(header))).isEqualTo(Reason.HEADER_MEMBER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'alg':'RSA-OAEP-256' | 'cty':'jwt'",
                "'alg':'RSA-OAEP-256' | 'cty':'at+jwt'",
                "'alg':'RSA-OAEP-256' | 'typ':'at+jwt'",
                "'alg':'RSA-OAEP-256' | 'cty':'JWT','typ':'JWT'",
                "'alg':'RSA-OAEP-256' | 'typ':'code'",
                "'alg':'dir'          | 'cty':'JWT'",
                "'alg':'dir'          | 'typ':'JWT'",
                "'alg':'dir'          | 'typ':'at+jwt','cty':'JWT'",
                "'alg':'dir'          | 'typ':'application/at+jwt'",
            })
    void anotherType_isRefused(String alg, String type) {
        assertThat(reason(cipher, withHeader(filled("{" + alg + ",'enc':'A256GCM','kid':'$'," + type + "}"))))
                .isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void aMissingKeyId_isRefused() {
        assertThat(reason(cipher, withHeader(filled("{'alg':'RSA-OAEP-256','enc':'A256GCM','cty':'JWT'}"))))
                .isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(reason(cipher, withHeader(filled("{'alg':'dir','enc':'A256GCM','typ':'at+jwt'}"))))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void anUnknownKeyId_isRefused() {
        String header = filled("{'alg':'RSA-OAEP-256','enc':'A256GCM','kid':'../../key','cty':'JWT'}");

        assertThat(reason(cipher, withHeader(header))).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void partsOfTwoTokens_doNotMix() {
        String[] other = cipher.seal(CLAIMS).split("\\.", 5);
        for (int part = 1; part < 5; part++) {
            assertThat(reason(cipher, changed(part, other[part]))).isEqualTo(Reason.NOT_DECRYPTED);
        }
    }

    @Test
    void theHeadersBytes_areAuthentic() {
        String spaced = filled("{ 'alg':'RSA-OAEP-256','enc':'A256GCM','kid':'$','cty':'JWT'}");

        assertThat(reason(
                        cipher,
                        changed(0, Forgery.base64Url(spaced.getBytes(java.nio.charset.StandardCharsets.UTF_8)))))
                .isEqualTo(Reason.NOT_DECRYPTED);
    }

    @Test
    void aDirectToken_cannotBePresentedUnderTheOtherHeader() {
        String[] direct = TestKeys.cipher(DIRECT, FIRST).seal(CLAIMS).split("\\.", 5);
        direct[0] = valid[0];
        direct[1] = valid[1];

        assertThat(reason(cipher, String.join(".", direct))).isEqualTo(Reason.NOT_DECRYPTED);
    }

    private String changed(int part, String text) {
        String[] parts = Arrays.copyOf(valid, valid.length);
        parts[part] = text;
        return String.join(".", parts);
    }

    private static String withHeader(String header) {
        return Forgery.encrypted(FIRST, header, inner(innerHeader(FIRST)));
    }
}
