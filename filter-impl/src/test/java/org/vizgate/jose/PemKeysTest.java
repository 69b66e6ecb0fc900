package org.vizgate.jose;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.SECOND;
import static org.vizgate.jose.TestKeys.WIDE;
import static org.vizgate.jose.TestKeys.pem;
import static org.vizgate.jose.TestKeys.pkcs1;
import static org.vizgate.jose.TestKeys.pkcs8;

class PemKeysTest {
    private static final Secret PASSPHRASE = Secret.of("open, sesame 1");

    @Test
    void pkcs8AndPkcs1_giveTheSameKey() {
        assertThat(PemKeys.parse(pkcs8(FIRST), null)).containsExactly(FIRST);
        assertThat(PemKeys.parse(pkcs1(FIRST), null)).containsExactly(FIRST);
        assertThat(PemKeys.parse(pkcs1(WIDE), null)).containsExactly(WIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PBEWithHmacSHA256AndAES_256",
                "PBEWithHmacSHA256AndAES_128",
                "PBEWithHmacSHA512AndAES_256",
                "PBEWithHmacSHA1AndAES_128",
                "PBEWithSHA1AndDESede"
            })
    void anEncryptedKey_opensWithItsPassphrase(String algorithm) throws Exception {
        assertThat(PemKeys.parse(encrypted(FIRST, algorithm), PASSPHRASE)).containsExactly(FIRST);
    }

    @Test
    void severalBlocks_areReadInOrder() throws Exception {
        String text = "The new one:\n" + pkcs1(SECOND) + "The old one:\n" + pkcs8(FIRST)
                + encrypted(WIDE, "PBEWithHmacSHA256AndAES_256");

        assertThat(PemKeys.parse(text, PASSPHRASE)).containsExactly(SECOND, FIRST, WIDE);
    }

    @Test
    void backslashN_isALineEnd() {
        assertThat(PemKeys.parse(pkcs8(FIRST).replace("\n", "\\n"), null)).containsExactly(FIRST);
        assertThat(PemKeys.parse(pkcs8(FIRST).replace("\n", "\\r\\n"), null)).containsExactly(FIRST);
    }

    @Test
    void otherLineEndsAndIndents_areFine() {
        assertThat(PemKeys.parse(pkcs8(FIRST).replace("\n", "\r\n"), null)).containsExactly(FIRST);
        assertThat(PemKeys.parse(pkcs8(FIRST).replace("\n", "\n    "), null)).containsExactly(FIRST);
        assertThat(PemKeys.parse(pkcs8(FIRST).replace("\n", ""), null)).containsExactly(FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "MIIE", "secret.pem"})
    void noBlockAtAll_saysHowToMakeAKey(String text) {
        assertThat(complaint(text, null)).contains("no PEM block", "openssl genrsa -out private.pem");
    }

    @Test
    void aBlockCutOff_isNamedSo() {
        String whole = pkcs8(FIRST);

        assertThat(complaint(whole.substring(0, whole.length() - 40), null)).contains("cut off");
        assertThat(complaint(whole.replace("-----END PRIVATE", "-----END PUBLIC"), null))
                .contains("cut off");
        assertThat(complaint(pkcs8(SECOND) + whole.substring(0, 200), null)).contains("cut off");
    }

    @Test
    void damagedContent_isNamedSo() {
        assertThat(complaint(pem("PRIVATE KEY", new byte[] {1, 2, 3}), null)).contains("no RSA private key");
        assertThat(complaint(pem("RSA PRIVATE KEY", new byte[300]), null)).contains("no RSA private key");
        assertThat(complaint(pem("RSA PRIVATE KEY", new byte[100_000]), null)).contains("too long");
        assertThat(complaint("-----BEGIN PRIVATE KEY-----\nM!IE\n-----END PRIVATE KEY-----", null))
                .contains("not base64");
        assertThat(complaint(pem("ENCRYPTED PRIVATE KEY", new byte[] {1, 2, 3}), PASSPHRASE))
                .contains("damaged");
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC KEY, public key",
        "RSA PUBLIC KEY, public key",
        "CERTIFICATE, certificate",
        "CERTIFICATE REQUEST, certificate",
        "EC PRIVATE KEY, no RSA key",
        "EC PARAMETERS, no RSA key",
        "DSA PRIVATE KEY, no RSA key",
        "OPENSSH PRIVATE KEY, ssh-keygen",
        "PGP MESSAGE, PGP MESSAGE",
    })
    void anotherKindOfBlock_isNamed(String label, String complaint) {
        assertThat(complaint(pem(label, new byte[] {1, 2, 3}), null)).contains(complaint);
    }

    @Test
    void anEllipticCurveKeyInPkcs8_isRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");

        assertThat(complaint(
                        pem(
                                "PRIVATE KEY",
                                generator.generateKeyPair().getPrivate().getEncoded()),
                        null))
                .contains("no RSA private key");
    }

    @Test
    void aKeyBelow2048Bits_isRefused() {
        assertThat(complaint(pkcs8(TestKeys.generate(1_024)), null)).contains("1024 bits", "2048");
    }

    @Test
    void aKeyWithoutPrimes_isRefused() throws Exception {
        byte[] bare = KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateKeySpec(FIRST.getModulus(), FIRST.getPrivateExponent()))
                .getEncoded();

        assertThat(complaint(pem("PRIVATE KEY", bare), null)).contains("CRT");
    }

    @Test
    void primesThatDoNotBelongToTheModulus_areRefused() {
        BigInteger wrong = FIRST.getPrimeP().add(BigInteger.TWO);
        String hex = new BigInteger(1, FIRST.getEncoded()).toString(16);
        String mixed = hex.replace(FIRST.getPrimeP().toString(16), wrong.toString(16));

        assertThat(complaint(pem("PRIVATE KEY", new BigInteger(mixed, 16).toByteArray()), null))
                .contains("primes");
    }

    @Test
    void aKeyThatWouldTakeHoursToOpen_isRefused() {
        // PBES2 with PBKDF2 (RFC 8018) and 2^31 - 1 iterations.
        byte[] der = HexFormat.of()
                .parseHex("307d305906092a864886f70d01050d304c302b06092a864886f70d01050c301e0408010101010101010102047f"
                        + "ffffff300c06082a864886f70d02090500301d060960864801650304012a041002020202020202020202020202"
                        + "02020204200303030303030303030303030303030303030303030303030303030303030303");

        assertThat(complaint(pem("ENCRYPTED PRIVATE KEY", der), Secret.of("passphrase")))
                .contains("too long to open");
    }

    @Test
    void aMissingPassphrase_isNamed() throws Exception {
        String key = encrypted(FIRST, "PBEWithHmacSHA256AndAES_256");

        assertThat(complaint(key, null)).contains("no passphrase");
        assertThat(complaint(key, Secret.of(""))).contains("no passphrase");
    }

    @Test
    void aWrongPassphrase_isNamedAndNotShown() throws Exception {
        String key = encrypted(FIRST, "PBEWithHmacSHA256AndAES_256");

        assertThat(complaint(key, Secret.of("wrong-guess"))).contains("wrong").doesNotContain("wrong-guess");
        assertThat(complaint(key, Secret.of("schlüssel"))).contains("ASCII").doesNotContain("schl");
    }

    @Test
    void openSslsTraditionalEncryption_saysHowToConvert() {
        String text = pkcs1(FIRST)
                .replace(
                        "-----BEGIN RSA PRIVATE KEY-----\n",
                        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n");

        assertThat(complaint(text, PASSPHRASE)).contains("openssl pkcs8 -topk8");
    }

    @Test
    void theSecondBlockOfTwo_isCountedInTheComplaint() {
        assertThat(complaint(pkcs8(FIRST) + pem("CERTIFICATE", new byte[9]), null))
                .startsWith("PEM block 2:");
    }

    @Test
    void noComplaint_showsTheKey() {
        String key = Base64.getEncoder().encodeToString(FIRST.getEncoded());
        String damaged = pkcs8(FIRST).replace("MII", "!II");

        assertThat(complaint(damaged, null)).doesNotContain(key.substring(10, 30));
    }

    private static String complaint(String pem, @Nullable Secret passphrase) {
        UnusableKeyException complaint =
                catchThrowableOfType(UnusableKeyException.class, () -> PemKeys.parse(pem, passphrase));
        assertThat(complaint).isNotNull().hasNoCause();
        return String.valueOf(complaint.getMessage());
    }

    private static String encrypted(RSAPrivateCrtKey key, String algorithm) throws Exception {
        Cipher cipher = Cipher.getInstance(algorithm);
        PBEKeySpec spec = new PBEKeySpec(PASSPHRASE.reveal().toCharArray());
        cipher.init(Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(spec));
        byte[] sealed = cipher.doFinal(key.getEncoded());
        AlgorithmParameters parameters = framed(cipher.getParameters());
        return pem("ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(parameters, sealed).getEncoded());
    }

    /** With the name that a file gives them: all newer algorithms are PBES2 there. */
    private static AlgorithmParameters framed(AlgorithmParameters parameters) throws Exception {
        if (!parameters.getAlgorithm().contains("Hmac")) {
            return parameters;
        }
        AlgorithmParameters frame = AlgorithmParameters.getInstance("PBES2");
        frame.init(parameters.getEncoded());
        return frame;
    }
}
