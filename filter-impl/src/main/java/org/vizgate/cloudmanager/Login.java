package org.vizgate.cloudmanager;

import java.util.Objects;

import org.vizgate.session.Secret;

/** What one login gave. */
record Login(Secret token, String userId, String tenantId, SessionLife life) {
    Login {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(life, "life");
    }
}
