package org.vizgate.standin.credential;

import java.util.Map;

import org.vizgate.standin.session.Access;

/** The passwords of those who have one. Immutable. */
public final class Passwords {
    private final Map<String, String> byUserName;

    Passwords(Map<String, String> byUserName) {
        this.byUserName = byUserName;
    }

    public Identity open(String userName, String password) {
        String known = byUserName.get(userName);
        if (known == null || !Texts.same(known, password)) {
            throw Refused.withoutReason();
        }
        return new Identity(userName, Access.FULL);
    }
}
