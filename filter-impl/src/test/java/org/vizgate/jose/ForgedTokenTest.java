package org.vizgate.jose;

import java.security.interfaces.RSAPrivateCrtKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.jose.InvalidTokenException.Reason;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.jose.AccessTokenFormat.RSA;
import static org.vizgate.jose.Refusals.reason;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.SECOND;
import static org.vizgate.jose.TestKeys.ring;

/** Tokens that somebody else made, who knows the public key and the standards. */
class ForgedTokenTest {
    private static final String CLAIMS = "{\"sub\":\"mallory\"}";
    private static final byte[] SIGNING = ring(FIRST).issuing().signatureKey().getEncoded();

    private final AccessTokenCipher cipher = TestKeys.cipher(RSA, FIRST, SECOND);

    @Test
    void theForgersTools_makeWhatWeAccept() {
        // Without this test the others could pass for a wrong reason.
        assertThat(cipher.open(nested(inner(innerHeader(FIRST)))).claimsJson()).isEqualTo(CLAIMS);
        byte[] direct = ring(FIRST).issuing().directKey().getEncoded();
        assertThat(cipher.open(Forgery.direct(direct, directHeader(), CLAIMS)).claimsJson())
                .isEqualTo(CLAIMS);
    }

    @Test
    void claimsEncryptedWithThePublicKey_areRefused() {
        assertThat(reason(cipher, Forgery.unsigned(FIRST, CLAIMS))).isEqualTo(Reason.UNSIGNED);
    }

    @Test
    void claimsEncryptedWithThePublicKeyAndNestedInName_areRefused() {
        assertThat(reason(cipher, nested(CLAIMS))).isEqualTo(Reason.NOT_SIGNED_BY_US);
    }

    @Test
    void anInnerAlgorithmOfNone_isRefused() {
        String header = Forgery.base64Url(
                ("{\"typ\":\"at+jwt\",\"alg\":\"none\",\"kid\":\"" + id(FIRST) + "\"}").getBytes(UTF_8));
        String payload = Forgery.base64Url(CLAIMS.getBytes(UTF_8));

        assertThat(reason(cipher, nested(header + "." + payload + "."))).isEqualTo(Reason.NOT_SIGNED_BY_US);
    }

    @Test
    void anInnerSignatureWithAGuessedKey_isRefused() {
        assertThat(reason(cipher, nested(Forgery.signed(new byte[32], innerHeader(FIRST), CLAIMS))))
                .isEqualTo(Reason.NOT_SIGNED_BY_US);
    }

    @Test
    void anInnerSignatureWithThePublicKeyAsSecret_isRefused() throws Exception {
        byte[] known = Forgery.publicKey(FIRST).getEncoded();

        assertThat(reason(cipher, nested(Forgery.signed(known, innerHeader(FIRST), CLAIMS))))
                .isEqualTo(Reason.NOT_SIGNED_BY_US);
    }

    @Test
    void anInnerSignatureUnderTheOtherKeysId_isRefused() {
        byte[] other = ring(SECOND).issuing().signatureKey().getEncoded();

        assertThat(reason(cipher, nested(Forgery.signed(other, innerHeader(SECOND), CLAIMS))))
                .isEqualTo(Reason.NOT_SIGNED_BY_US);
        assertThat(reason(cipher, nested(Forgery.signed(other, innerHeader(FIRST), CLAIMS))))
                .isEqualTo(Reason.NOT_SIGNED_BY_US);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'alg':'HS256','kid':'$'}",
                "{'typ':'JWT','alg':'HS256','kid':'$'}",
                "{'typ':'at+jwt','alg':'HS384','kid':'$'}",
                "{'typ':'at+jwt','alg':'HS256'}",
                "{'typ':'at+jwt','alg':'HS256','kid':'$','cty':'JWT'}",
                "{'typ':'at+jwt','alg':'HS256','kid':'$','crit':['exp'],'exp':1}",
                "{'typ':'at+jwt','alg':'HS256','kid':'$','alg':'HS256'}",
                "{'typ':'at+jwt','alg':7,'kid':'$'}",
                "[]",
            })
    void anInnerHeaderThatIsNotOurs_isRefusedEvenIfSigned(String header) {
        assertThat(reason(cipher, nested(inner(filled(header))))).isEqualTo(Reason.NOT_SIGNED_BY_US);
    }

    @Test
    void aTokenNestedTwice_isRefusedAfterOneDecryption() {
        String valid = nested(inner(innerHeader(FIRST)));
        String twice = nested(valid);

        assertThat(reason(cipher, twice)).isEqualTo(Reason.NOT_SIGNED_BY_US);
    }

    @Test
    void aSignatureWithinASignature_isRefused() {
        String inner = inner(innerHeader(FIRST));

        assertThat(reason(cipher, nested(Forgery.signed(SIGNING, innerHeader(FIRST), inner))))
                .isEqualTo(Reason.NO_CLAIMS);
    }

    @Test
    void aSignedTokenThatIsNotEncrypted_isRefused() {
        assertThat(reason(cipher, inner(innerHeader(FIRST)))).isEqualTo(Reason.NOT_FIVE_PARTS);
    }

    @Test
    void aDirectTokenUnderAGuessedKey_isRefused() {
        assertThat(reason(cipher, Forgery.direct(new byte[32], directHeader(), CLAIMS)))
                .isEqualTo(Reason.NOT_DECRYPTED);
        assertThat(reason(cipher, Forgery.direct(SIGNING, directHeader(), CLAIMS)))
                .isEqualTo(Reason.NOT_DECRYPTED);
    }

    @Test
    void aDirectTokenWithAnEncryptedKey_isRefused() {
        assertThat(reason(cipher, Forgery.encrypted(FIRST, directHeader(), CLAIMS)))
                .isEqualTo(Reason.WRONG_LENGTH);
    }

    @Test
    void paddingWithSha1_isRefused() {
        assertThat(reason(cipher, Forgery.encryptedWithSha1(FIRST, nestedHeader(), inner(innerHeader(FIRST)))))
                .isEqualTo(Reason.NOT_DECRYPTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 24, 31, 33, 190})
    void aContentKeyOfAnotherLength_isRefused(int length) {
        assertThat(reason(cipher, Forgery.encryptedWithContentKeyOf(length, FIRST, nestedHeader(), CLAIMS)))
                .isEqualTo(Reason.NOT_DECRYPTED);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "RSA-OAEP     | A256GCM",
                "RSA1_5       | A256GCM",
                "RSA-OAEP-384 | A256GCM",
                "RSA-OAEP-512 | A256GCM",
                "RSA-OAEP-256 | A128GCM",
                "RSA-OAEP-256 | A192GCM",
                "RSA-OAEP-256 | A128CBC-HS256",
                "RSA-OAEP-256 | none",
                "rsa-oaep-256 | A256GCM",
                "RSA-OAEP-256 | a256gcm",
                "none         | A256GCM",
                "none         | none",
                "A256KW       | A256GCM",
                "A256GCMKW    | A256GCM",
                "ECDH-ES      | A256GCM",
                "PBES2-HS256+A128KW | A256GCM",
            })
    void anAlgorithmThatIsNotOurs_isRefusedBeforeAnyDecryption(String alg, String enc) {
        String header = filled("{'alg':'" + alg + "','enc':'" + enc + "','kid':'$','cty':'JWT'}");

        assertThat(reason(cipher, Forgery.encrypted(FIRST, header, inner(innerHeader(FIRST)))))
                .isEqualTo(Reason.FOREIGN_ALGORITHM);
    }

    static String nested(String inner) {
        return Forgery.encrypted(FIRST, nestedHeader(), inner);
    }

    static String inner(String header) {
        return Forgery.signed(SIGNING, header, CLAIMS);
    }

    static String nestedHeader() {
        return filled("{'alg':'RSA-OAEP-256','enc':'A256GCM','kid':'$','cty':'JWT'}");
    }

    static String innerHeader(RSAPrivateCrtKey key) {
        return "{\"typ\":\"at+jwt\",\"alg\":\"HS256\",\"kid\":\"" + id(key) + "\"}";
    }

    private static String directHeader() {
        return filled("{'alg':'dir','enc':'A256GCM','kid':'$','typ':'at+jwt'}");
    }

    /** The header with double quotes, and the first key's id for the dollar sign. */
    static String filled(String header) {
        return header.replace('\'', '"').replace("$", id(FIRST));
    }

    private static String id(RSAPrivateCrtKey key) {
        return ring(key).keyIds().get(0);
    }
}
