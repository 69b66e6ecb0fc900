package org.vizgate.sample.launcher;

import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ThrowAwayKeyTest {
    @Test
    void theKey_isAnRsaKeyOf2048BitsInPem() throws Exception {
        String pem = ThrowAwayKey.make().pem();

        assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        RSAPrivateCrtKey key =
                (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        assertThat(key.getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void everyCall_makesAnotherKey() {
        assertThat(ThrowAwayKey.make().pem()).isNotEqualTo(ThrowAwayKey.make().pem());
    }
}
