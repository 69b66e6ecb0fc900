package org.vizgate.jose;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.vizgate.session.Secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is in a key file: usable keys, or a complaint that shows nothing of it. */
@Tag("fuzz")
class PemFuzzTest {
    private static final String PASSPHRASE = "c4n4ry-5ecret";

    @FuzzTest
    void pem(byte[] data) {
        parse(new String(data, UTF_8));
    }

    /** The content of a block, so that it need not be guessed in base64. */
    @FuzzTest
    void der(byte[] data) {
        parse(TestKeys.pem("PRIVATE KEY", data));
        parse(TestKeys.pem("RSA PRIVATE KEY", data));
        parse(TestKeys.pem("ENCRYPTED PRIVATE KEY", data));
    }

    private static void parse(String pem) {
        try {
            assertThat(PemKeys.parse(pem, Secret.of(PASSPHRASE))).isNotEmpty();
        } catch (UnusableKeyException e) {
            assertThat(e).hasNoCause();
            assertThat(e.getMessage()).hasSizeLessThan(300).doesNotContain(PASSPHRASE);
        }
    }
}
