package org.vizgate.sample.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the Tableau session of a request comes from: the values of the gate's setting {@code AUTH}. */
enum SignInMode {
    OAUTH,
    PAT,
    USERNAME_PASSWORD,
    DIRECT_TRUST,
    UAT;

    static Optional<SignInMode> named(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.settingValue().equalsIgnoreCase(name))
                .findFirst();
    }

    String settingValue() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
