package org.vizgate.jose;

import java.security.interfaces.RSAPrivateCrtKey;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vizgate.jose.InvalidTokenException.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vizgate.jose.AccessTokenFormat.DIRECT;
import static org.vizgate.jose.AccessTokenFormat.RSA;
import static org.vizgate.jose.Refusals.reason;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.JSON;
import static org.vizgate.jose.TestKeys.RANDOM;
import static org.vizgate.jose.TestKeys.SECOND;
import static org.vizgate.jose.TestKeys.WIDE;
import static org.vizgate.jose.TestKeys.cipher;
import static org.vizgate.jose.TestKeys.ring;

class AccessTokenCipherTest {
    private static final String CLAIMS = "{\"sub\":\"Zoë 😀\"}";

    @ParameterizedTest
    @EnumSource
    void whatIsSealed_opens(AccessTokenFormat format) {
        AccessTokenCipher cipher = cipher(format, FIRST);

        AccessTokenCipher.Opened opened = cipher.open(cipher.seal(CLAIMS));

        assertThat(opened.claimsJson()).isEqualTo(CLAIMS);
        assertThat(opened.signed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theSameClaims_areNeverTheSameToken(AccessTokenFormat format) {
        AccessTokenCipher cipher = cipher(format, FIRST);
        Set<String> tokens = new HashSet<>();

        IntStream.range(0, 50).forEach(i -> tokens.add(cipher.seal(CLAIMS)));

        assertThat(tokens).hasSize(50);
    }

    @Test
    void anRsaToken_hasExactlyItsHeader() {
        assertThat(header(cipher(RSA, FIRST).seal(CLAIMS)))
                .isEqualTo(
                        "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"kid\":\"" + id(FIRST) + "\",\"cty\":\"JWT\"}");
    }

    @Test
    void aDirectToken_hasExactlyItsHeader() {
        assertThat(header(cipher(DIRECT, FIRST).seal(CLAIMS)))
                .isEqualTo("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"" + id(FIRST) + "\",\"typ\":\"at+jwt\"}");
    }

    @Test
    void insideAnRsaToken_isASignedAccessToken() {
        String inner = Signature.sign(ring(FIRST).issuing(), CLAIMS);

        assertThat(header(inner)).isEqualTo("{\"typ\":\"at+jwt\",\"alg\":\"HS256\",\"kid\":\"" + id(FIRST) + "\"}");
    }

    @Test
    void eitherFormat_isAcceptedWhateverIsIssued() {
        assertThat(cipher(RSA, FIRST).open(cipher(DIRECT, FIRST).seal(CLAIMS)).signed())
                .isTrue();
        assertThat(cipher(DIRECT, FIRST).open(cipher(RSA, FIRST).seal(CLAIMS)).signed())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void afterRotation_oldTokensOpenAndTheNewKeyIssues(AccessTokenFormat format) {
        String old = cipher(format, FIRST).seal(CLAIMS);
        AccessTokenCipher rotated = cipher(format, SECOND, FIRST);

        assertThat(rotated.open(old).claimsJson()).isEqualTo(CLAIMS);
        assertThat(header(rotated.seal(CLAIMS))).contains(id(SECOND));
        assertThat(rotated.open(rotated.seal(CLAIMS)).claimsJson()).isEqualTo(CLAIMS);
    }

    @ParameterizedTest
    @EnumSource
    void beforePromotion_aTokenOfTheNewKeyOpens(AccessTokenFormat format) {
        assertThat(cipher(format, FIRST, SECOND)
                        .open(cipher(format, SECOND, FIRST).seal(CLAIMS))
                        .claimsJson())
                .isEqualTo(CLAIMS);
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatWasRemoved_opensNothing(AccessTokenFormat format) {
        assertThat(reason(cipher(format, SECOND), cipher(format, FIRST).seal(CLAIMS)))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @EnumSource
    void aLongerKey_works(AccessTokenFormat format) {
        AccessTokenCipher cipher = cipher(format, WIDE, FIRST);

        assertThat(cipher.open(cipher.seal(CLAIMS)).claimsJson()).isEqualTo(CLAIMS);
    }

    @ParameterizedTest
    @EnumSource
    void encodingsOfOneKey_openEachOthersTokens(AccessTokenFormat format) {
        RSAPrivateCrtKey other = PemKeys.parse(TestKeys.pkcs1(FIRST), null).get(0);

        assertThat(cipher(format, other)
                        .open(cipher(format, FIRST).seal(CLAIMS))
                        .claimsJson())
                .isEqualTo(CLAIMS);
    }

    @Test
    void anotherIssuerWithTheSameKey_cannotOpen() {
        KeyRing foreign = new KeyRing(List.of(FIRST), "https://other.example");
        AccessTokenCipher other = new AccessTokenCipher(foreign, RSA, false, RANDOM, JSON);

        assertThat(reason(other, cipher(RSA, FIRST).seal(CLAIMS))).isEqualTo(Reason.NOT_SIGNED_BY_US);
        assertThat(reason(other, cipher(DIRECT, FIRST).seal(CLAIMS))).isEqualTo(Reason.NOT_DECRYPTED);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondToken_isNotAnsweredWithTheFirstOnesText(AccessTokenFormat format) {
        AccessTokenCipher cipher = cipher(format, FIRST);
        String first = cipher.seal("{\"sub\":\"first\"}");
        String second = cipher.seal("{\"sub\":\"second\"}");
        String forged = second.substring(0, second.length() - 22) + "A".repeat(22);

        assertThat(cipher.open(first).claimsJson()).contains("first");
        assertThat(cipher.open(second).claimsJson()).contains("second");
        assertThat(reason(cipher, forged)).isEqualTo(Reason.NOT_DECRYPTED);
    }

    @ParameterizedTest
    @EnumSource
    void claimsTooLongToBeAcceptedAgain_areNotSealed(AccessTokenFormat format) {
        String claims = "{\"a\":\"" + "x".repeat(6_200) + "\"}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cipher(format, FIRST).seal(claims))
                .withMessageNotContaining("xxx");
    }

    @Test
    void anOpenedToken_hidesItsClaims() {
        assertThat(new AccessTokenCipher.Opened(CLAIMS, true)).hasToString("Opened[signed=true]");
    }

    private static String header(String token) {
        return Base64Url.decode(token.substring(0, token.indexOf('.')));
    }

    private static String id(RSAPrivateCrtKey key) {
        return ring(key).keyIds().get(0);
    }
}
