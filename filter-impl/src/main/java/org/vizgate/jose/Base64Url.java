package org.vizgate.jose;

import java.util.Arrays;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.UTF_8;

/** base64url without padding, read strictly (RFC 4648 sections 3.5 and 5): one text for each sequence of bytes. */
final class Base64Url {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte NONE = -1;
    /** What each character of ASCII stands for. */
    private static final byte[] VALUES = values();

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    /** Whether {@code text} has only the alphabet's characters, a possible length, and no stray bits at its end. */
    static boolean isCanonical(String text) {
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            last = character < VALUES.length ? VALUES[character] : NONE;
            if (last == NONE) {
                return false;
            }
        }
        return switch (text.length() % 4) {
            case 0 -> true;
            case 2 -> (last & 0x0f) == 0;
            case 3 -> (last & 0x03) == 0;
            default -> false;
        };
    }

    /** How many bytes a canonical text stands for. */
    static int byteLength(String text) {
        return text.length() * 3 / 4;
    }

    static String decode(String text) {
        return new String(bytes(text), UTF_8);
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    static String encode(String text) {
        return encode(text.getBytes(UTF_8));
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, NONE);
        for (int value = 0; value < ALPHABET.length(); value++) {
            values[ALPHABET.charAt(value)] = (byte) value;
        }
        return values;
    }
}
