package org.vizgate.crypto;

import java.util.HexFormat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HkdfTest {
    @Test
    void rfc5869AppendixA1() {
        assertThat(derived(range(0x0b, 22, 0), range(0x00, 13, 1), range(0xf0, 10, 1), 42))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void rfc5869AppendixA2() {
        assertThat(derived(range(0x00, 80, 1), range(0x60, 80, 1), range(0xb0, 80, 1), 82))
                .isEqualTo("b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c"
                        + "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71"
                        + "cc30c58179ec3e87c14c01d5c1f3434f1d87");
    }

    @Test
    void rfc5869AppendixA3() {
        assertThat(derived(range(0x0b, 22, 0), new byte[0], new byte[0], 42))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    @Test
    void aLengthBeyondTheStandard_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hkdf.derive(new byte[1], new byte[0], new byte[0], 255 * 32 + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Hkdf.derive(new byte[1], new byte[0], new byte[0], 0));
    }

    private static String derived(byte[] key, byte[] salt, byte[] info, int length) {
        return HexFormat.of().formatHex(Hkdf.derive(key, salt, info, length));
    }

    private static byte[] range(int first, int count, int step) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (first + i * step);
        }
        return bytes;
    }
}
