package org.vizgate.jose;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.vizgate.jose.TestKeys.FIRST;
import static org.vizgate.jose.TestKeys.ISSUER;
import static org.vizgate.jose.TestKeys.SECOND;
import static org.vizgate.jose.TestKeys.WIDE;
import static org.vizgate.jose.TestKeys.ring;

class KeyRingTest {
    @Test
    void rfc7638Section31() throws Exception {
        BigInteger modulus = new BigInteger(
                1,
                Base64.getUrlDecoder()
                        .decode(
                                "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPeb"
                                        + "WKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2Q"
                                        + "vzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vM"
                                        + "QFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"));
        RSAPublicKey key = (RSAPublicKey)
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));

        assertThat(PublicKeys.thumbprint(key)).isEqualTo("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
    }

    @Test
    void theFirstKey_isNamedFirst() {
        assertThat(ring(FIRST, SECOND).keyIds())
                .hasSize(2)
                .startsWith(ring(FIRST).keyIds().get(0));
        assertThat(ring(SECOND, FIRST).keyIds())
                .hasSize(2)
                .endsWith(ring(FIRST).keyIds().get(0));
    }

    @Test
    void theSameKeyTwice_isOneKey() {
        assertThat(ring(FIRST, FIRST).keyIds()).hasSize(1);
    }

    @Test
    void noKey_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyRing(List.of(), ISSUER));
    }

    @Test
    void encodingsOfOneKey_deriveTheSame() throws Exception {
        byte[] derived = ring(FIRST).derive("test");

        assertThat(derived).hasSize(32);
        for (String pem : List.of(TestKeys.pkcs8(FIRST), TestKeys.pkcs1(FIRST))) {
            assertThat(new KeyRing(PemKeys.parse(pem, null), ISSUER).derive("test"))
                    .isEqualTo(derived);
        }
        assertThat(ring(withPrimesSwapped(FIRST)).derive("test")).isEqualTo(derived);
    }

    @Test
    void purposeIssuerAndKey_eachDeriveOthers() {
        byte[] derived = ring(FIRST).derive("test");

        assertThat(ring(FIRST).derive("tesT")).isNotEqualTo(derived);
        assertThat(ring(SECOND).derive("test")).isNotEqualTo(derived);
        assertThat(ring(WIDE).derive("test")).isNotEqualTo(derived);
        assertThat(new KeyRing(List.of(FIRST), ISSUER + "/").derive("test")).isNotEqualTo(derived);
        assertThat(ring(FIRST, SECOND).derive("test")).isEqualTo(derived);
    }

    @Test
    void purposeAndIssuer_cannotBeShiftedIntoEachOther() {
        assertThat(new KeyRing(List.of(FIRST), "bc").derive("a"))
                .isNotEqualTo(new KeyRing(List.of(FIRST), "c").derive("ab"));
    }

    @Test
    void primesOfDifferentLength_areRefused() {
        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> ring(uneven(FIRST, WIDE)))
                .withMessageContaining("primes");
    }

    @Test
    void aRingInALog_showsIdsOnly() {
        assertThat(ring(FIRST)).hasToString("KeyRing" + ring(FIRST).keyIds());
    }

    private static RSAPrivateCrtKey withPrimesSwapped(RSAPrivateCrtKey key) throws Exception {
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        key.getModulus(),
                        key.getPublicExponent(),
                        key.getPrivateExponent(),
                        key.getPrimeQ(),
                        key.getPrimeP(),
                        key.getPrimeExponentQ(),
                        key.getPrimeExponentP(),
                        key.getPrimeP().modInverse(key.getPrimeQ())));
    }

    private static RSAPrivateCrtKey uneven(RSAPrivateCrtKey small, RSAPrivateCrtKey large) throws Exception {
        BigInteger p = large.getPrimeP();
        BigInteger q = small.getPrimeP();
        BigInteger phi = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        BigInteger d = small.getPublicExponent().modInverse(phi);
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        p.multiply(q),
                        small.getPublicExponent(),
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p)));
    }
}
