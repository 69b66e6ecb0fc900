package org.vizgate.jose;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** base64url without padding, read strictly (RFC 4648 sections 3.5 and 5): one text for each sequence of bytes. */
final class Base64Url {
    private Base64Url() {}

    /** Whether {@code text} has only the alphabet's characters, a possible length, and no stray bits at its end. */
    static boolean isCanonical(String text) {
        int last = 0;
        for (int i = 0; i < text.length(); i++) {
            last = valueOf(text.charAt(i));
            if (last < 0) {
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
        return new String(bytes(text), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static int valueOf(char character) {
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        if (character >= 'a' && character <= 'z') {
            return character - 'a' + 26;
        }
        if (character >= '0' && character <= '9') {
            return character - '0' + 52;
        }
        return character == '-' ? 62 : character == '_' ? 63 : -1;
    }
}
