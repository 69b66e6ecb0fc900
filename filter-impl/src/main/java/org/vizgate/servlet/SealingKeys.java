package org.vizgate.servlet;

import java.util.Base64;

import org.vizgate.config.Settings;
import org.vizgate.crypto.Hkdf;
import org.vizgate.crypto.MacKey;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.crypto.SealedBox;
import org.vizgate.jose.KeyRing;

import static java.nio.charset.StandardCharsets.UTF_8;

/** One sealing key, a key of its own for every purpose; two applications with one key do not open each other's boxes. */
final class SealingKeys {
    private static final int KEY_LENGTH = 32;

    private final byte[] sealing;
    private final String issuer;
    private final RandomTokens random;

    SealingKeys(Settings.Keys settings, KeyRing keys, String issuer, RandomTokens random) {
        this.sealing = settings.sealingKey()
                .map(key -> Base64.getDecoder().decode(key.reveal()))
                .orElseGet(() -> keys.derive("sealing"));
        this.issuer = issuer;
        this.random = random;
    }

    SealedBox box(String purpose) {
        return new SealedBox(derived(purpose), random);
    }

    MacKey mac(String purpose) {
        return new MacKey(derived(purpose));
    }

    private byte[] derived(String purpose) {
        return Hkdf.derive(sealing, new byte[0], (purpose + "\0" + issuer).getBytes(UTF_8), KEY_LENGTH);
    }
}
