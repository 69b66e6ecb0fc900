package org.vizgate.tableau;

import org.vizgate.json.JsonFields;
import org.vizgate.session.Secret;

/** What other packages' tests ask of a JWT. */
public final class TestJwts {
    private TestJwts() {}

    public static JsonFields claims(String jwt) {
        return ReadJwt.of(Secret.of(jwt)).claims();
    }
}
