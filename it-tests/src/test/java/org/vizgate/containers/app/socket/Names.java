package org.vizgate.containers.app.socket;

import java.security.Principal;

import org.jspecify.annotations.Nullable;

final class Names {
    private Names() {}

    static String of(@Nullable Principal user) {
        return user == null ? "nobody" : user.getName();
    }
}
