package org.vizgate.jose;

import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class JcaProviderTest {
    private static final String ACCP = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String CONSCRYPT = "org.conscrypt.OpenSSLProvider";
    private static final String CLAIMS = "{\"name\":\"\u00e9\"}";
    private static final ClassLoader HERE = JcaProviderTest.class.getClassLoader();

    @ParameterizedTest
    @ValueSource(strings = {ACCP, CONSCRYPT})
    void tokens_openAsWithTheJdk(String name) {
        AccessTokenCipher cipher = cipherWith(name);
        String token = TestKeys.cipher(AccessTokenFormat.RSA, TestKeys.FIRST).seal(CLAIMS);

        assertThat(cipher.open(token).claimsJson()).isEqualTo(CLAIMS);
        assertThat(cipher.open(cipher.seal(CLAIMS)).claimsJson()).isEqualTo(CLAIMS);
        assertThat(TestKeys.cipher(AccessTokenFormat.RSA, TestKeys.FIRST)
                        .open(cipher.seal(CLAIMS))
                        .claimsJson())
                .isEqualTo(CLAIMS);
    }

    @ParameterizedTest
    @ValueSource(strings = {ACCP, CONSCRYPT})
    void whatIsDerivedFromTheKey_staysTheSame(String name) {
        KeyRing plain = TestKeys.ring(TestKeys.FIRST);
        KeyRing fast = plain.decryptingWith(available(name));

        assertThat(fast.keyIds()).isEqualTo(plain.keyIds());
        assertThat(fast.derive("anything")).isEqualTo(plain.derive("anything"));
    }

    /** A key of the JDK would be as slow with Amazon's provider as without. */
    @ParameterizedTest
    @CsvSource({ACCP + ", com.amazon.corretto.", CONSCRYPT + ", org.conscrypt."})
    void keys_areTheProvidersOwn(String name, String maker) {
        KeyRing fast = TestKeys.ring(TestKeys.FIRST, TestKeys.WIDE).decryptingWith(available(name));

        assertThat(fast.all())
                .hasSize(2)
                .allSatisfy(
                        key -> assertThat(key.privateKey().getClass().getName()).startsWith(maker));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void anythingElse_isRefusedAsWithTheJdk(String name, String forgery) {
        AccessTokenCipher cipher = cipherWith(name);

        assertThat(Refusals.reason(TestKeys.cipher(AccessTokenFormat.RSA, TestKeys.FIRST), forgery))
                .isEqualTo(Refusals.reason(cipher, forgery));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> forgeries() {
        String header = "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"cty\":\"JWT\",\"kid\":\""
                + TestKeys.ring(TestKeys.FIRST).keyIds().get(0) + "\"}";
        String good = TestKeys.cipher(AccessTokenFormat.RSA, TestKeys.FIRST).seal(CLAIMS);
        List<String> tokens = List.of(
                Forgery.encrypted(TestKeys.FIRST, header, CLAIMS),
                Forgery.encrypted(TestKeys.SECOND, header, CLAIMS),
                Forgery.encryptedWithSha1(TestKeys.FIRST, header, CLAIMS),
                Forgery.encryptedWithContentKeyOf(16, TestKeys.FIRST, header, CLAIMS),
                Forgery.encryptedWithContentKeyOf(0, TestKeys.FIRST, header, CLAIMS),
                Forgery.encryptedWithContentKeyOf(33, TestKeys.FIRST, header, CLAIMS),
                changed(good, 1),
                changed(good, 2),
                changed(good, 3),
                changed(good, 4),
                zeroKey(good),
                oversizedKey(good));
        return Stream.of(ACCP, CONSCRYPT)
                .flatMap(name ->
                        tokens.stream().map(token -> org.junit.jupiter.params.provider.Arguments.of(name, token)));
    }

    @ParameterizedTest
    @ValueSource(strings = {ACCP, CONSCRYPT})
    void theProcess_isNotGivenAnotherProvider(String name) {
        List<Provider> before = List.of(Security.getProviders());
        cipherWith(name);

        assertThat(Security.getProviders()).containsExactlyElementsOf(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NoSuchProvider", "org.example.NoSuchProvider", ""})
    void whatIsNotThere_isSaid(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JcaProvider.named(name, HERE))
                .withMessageContaining("no provider of that name, and no such class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.String", "java.security.Provider"})
    void aClassThatIsNoProvider_isSaid(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JcaProvider.named(name, HERE))
                .withMessageContaining("is no provider, or cannot be used");
    }

    /** Each can do a part of what is needed, or nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"SUN", "SunRsaSign", "SunJCE"})
    void aProviderThatCannotDecrypt_isSaid(String name) {
        JcaProvider provider = JcaProvider.named(name, HERE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestKeys.ring(TestKeys.FIRST).decryptingWith(provider))
                .withMessageContaining(name + " cannot decrypt RSA-OAEP-256");
    }

    @Test
    void withoutAnyProvider_theJdkDecrypts() {
        assertThat(TestKeys.ring(TestKeys.FIRST).provider()).isEmpty();
    }

    private static AccessTokenCipher cipherWith(String name) {
        KeyRing ring = TestKeys.ring(TestKeys.FIRST).decryptingWith(available(name));
        return new AccessTokenCipher(ring, AccessTokenFormat.RSA, false, TestKeys.RANDOM, TestKeys.JSON);
    }

    // Both bring machine code for some platforms only.
    private static JcaProvider available(String name) {
        JcaProvider provider = JcaProvider.named(name, HERE);
        try {
            provider.own(TestKeys.SECOND);
        } catch (IllegalArgumentException e) {
            String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            System.out.println("SKIPPED on " + platform + ": " + e.getMessage());
            assumeTrue(platform.equals("Linux amd64"), e.getMessage());
            throw e;
        }
        return provider;
    }

    private static String changed(String token, int part) {
        String[] parts = token.split("\\.");
        char first = parts[part].charAt(0) == 'A' ? 'B' : 'A';
        parts[part] = first + parts[part].substring(1);
        return String.join(".", parts);
    }

    private static String zeroKey(String token) {
        return withKey(token, new byte[256]);
    }

    /** Larger than the modulus. */
    private static String oversizedKey(String token) {
        byte[] key = new byte[256];
        Arrays.fill(key, (byte) 0xff);
        return withKey(token, key);
    }

    private static String withKey(String token, byte[] key) {
        String[] parts = token.split("\\.");
        parts[1] = Forgery.base64Url(key);
        return String.join(".", parts);
    }
}
