package org.vizgate.jose;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;

import javax.crypto.Mac;

import org.vizgate.jose.InvalidTokenException.Reason;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The signature inside an encrypted token: compact JWS with HS256 under a derived key (RFC 7515 sections 5.1 and 5.2, RFC
 * 7518 section 3.2).
 *
 * <p>Whoever can sign is this gate, and it has only ever written one header for a key; so the header is not read but
 * compared. No algorithm is taken from the token, and the key that decrypted must be the key that signed.
 */
final class Signature {
    private static final String MAC = "HmacSHA256";

    private Signature() {}

    static String sign(RingKey key, String payload) {
        String input = header(key) + '.' + Base64Url.encode(payload);
        return input + '.' + signature(key.signatureKey(), input);
    }

    /** The payload of {@code signed}, if {@code key} signed it as an access token. */
    static String verified(RingKey key, byte[] signed) {
        // Of these characters each is a byte: what is compared and signed is what was there.
        String text = new String(signed, ISO_8859_1);
        String head = header(key) + '.';
        int end = text.lastIndexOf('.');
        if (end < head.length() || !text.startsWith(head)) {
            throw new InvalidTokenException(Reason.NOT_SIGNED_BY_US);
        }
        String payload = text.substring(head.length(), end);
        if (!isSame(signature(key.signatureKey(), text.substring(0, end)), text.substring(end + 1))
                || !Base64Url.isCanonical(payload)) {
            throw new InvalidTokenException(Reason.NOT_SIGNED_BY_US);
        }
        return Base64Url.decode(payload);
    }

    private static String header(RingKey key) {
        return Base64Url.encode(
                "{\"typ\":\"" + TokenHeader.ACCESS_TOKEN + "\",\"alg\":\"HS256\",\"kid\":\"" + key.id() + "\"}");
    }

    static String signature(Key key, String input) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return Base64Url.encode(mac.doFinal(input.getBytes(ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /** Takes as long wherever the difference is. */
    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(ISO_8859_1), given.getBytes(ISO_8859_1));
    }
}
