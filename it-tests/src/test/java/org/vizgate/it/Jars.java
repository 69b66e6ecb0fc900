package org.vizgate.it;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the classes of a library come from, to give the jar to somebody else. */
final class Jars {
    private Jars() {}

    static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
