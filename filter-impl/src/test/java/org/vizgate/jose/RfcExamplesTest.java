package org.vizgate.jose;

import java.security.GeneralSecurityException;

import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The standards' own examples. There is none for RSA-OAEP-256. */
class RfcExamplesTest {
    @Test
    void rfc7515AppendixA1_signatureWithHs256() {
        String key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
        String input = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
                + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

        assertThat(Signature.signature(new SecretKeySpec(Base64Url.bytes(key), "HmacSHA256"), input))
                .isEqualTo("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    }

    /** The key of the content alone: it goes into the example's token encrypted with another algorithm. */
    @Test
    void rfc7516AppendixA1_contentWithA256Gcm() throws GeneralSecurityException {
        byte[] key = bytes(
                177, 161, 244, 128, 84, 143, 225, 115, 63, 180, 3, 255, 107, 154, 212, 246, 138, 7, 110, 91, 112, 46,
                34, 105, 47, 130, 203, 46, 122, 234, 64, 252);
        CompactToken token = CompactToken.parse("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ."
                + "."
                + "48V1_ALb6US04U3b."
                + "5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A."
                + "XFBoMYUZodetZdvTiFvSkQ");

        assertThat(new String(Encryption.decrypted(new SecretKeySpec(key, "AES"), token), UTF_8))
                .isEqualTo("The true sign of intelligence is not knowledge but imagination.");
    }

    private static byte[] bytes(int... unsigned) {
        byte[] bytes = new byte[unsigned.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) unsigned[i];
        }
        return bytes;
    }
}
