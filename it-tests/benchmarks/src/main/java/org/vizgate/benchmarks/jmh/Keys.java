package org.vizgate.benchmarks.jmh;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;

/** RSA keys of 2,048 bits, made once for a process: that takes longer than a benchmark's start otherwise does. */
final class Keys {
    static final KeyPair OURS = made();
    static final KeyPair FOREIGN = made();

    private Keys() {}

    private static KeyPair made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
