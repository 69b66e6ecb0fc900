package org.vizgate.config;

import java.util.Optional;

/** What a setting is made of, as far as it decides where it may come from and whether it may be shown. */
enum SettingKind {
    TEXT,
    /** {@code true} or {@code false}. */
    FLAG,
    /** A whole number of milliseconds. */
    MILLISECONDS,
    /** The absolute path of a file; what counts is its text. */
    FILE,
    /** Never shown; {@code _FILE} names a file that holds it. */
    SECRET,
    /** A secret of several lines or bytes; {@code _PATH} names a file that holds it. */
    KEY;

    /** Whether using a setting has an effect. */
    enum Support {
        SUPPORTED,
        /** The gate itself has no use for it; the name may be another program's. */
        UNUSED
    }

    boolean isSecret() {
        return this == SECRET || this == KEY;
    }

    Optional<String> fileSuffix() {
        return switch (this) {
            case SECRET -> Optional.of(SettingKey.FILE_SUFFIX);
            case KEY -> Optional.of("_PATH");
            case TEXT, FLAG, MILLISECONDS, FILE -> Optional.empty();
        };
    }
}
