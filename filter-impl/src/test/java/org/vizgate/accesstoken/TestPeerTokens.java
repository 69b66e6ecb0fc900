package org.vizgate.accesstoken;

import java.net.URI;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Map;

import org.vizgate.jose.Forgery;
import org.vizgate.jose.TestKeys;

/** Unsigned tokens of the TypeScript peer. */
public final class TestPeerTokens {
    private TestPeerTokens() {}

    /** An ordinary one, for a Tableau at {@code server}. */
    public static String of(URI server, RSAPrivateCrtKey key) {
        Map<String, Object> claims = TestClaims.peerJson(TestKeys.ISSUER);
        claims.put("tableauServer", server.toString());
        return Forgery.unsigned(key, TestKeys.JSON.write(claims));
    }
}
