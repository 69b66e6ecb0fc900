package org.vizgate.credential;

import org.vizgate.session.Secret;

/** Refuses what was left empty, without showing it. */
final class Texts {
    private Texts() {}

    static void require(String text, String what) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is empty");
        }
    }

    static void require(Secret secret, String what) {
        require(secret.reveal(), what);
    }
}
