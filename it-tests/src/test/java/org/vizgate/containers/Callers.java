package org.vizgate.containers;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;

/** Jo, signed in where a test is about what comes after that. */
final class Callers {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Callers() {}

    /** An access token of an application that stays deployed while a test class runs; the same for each of its tests. */
    static String token(URI issuer) {
        return token(issuer, "");
    }

    static String token(URI issuer, String scopes) {
        return TOKENS.computeIfAbsent(issuer + " " + scopes, key -> {
            SignIn signIn = SignIn.of(OAuthClient.register(issuer));
            return (scopes.isEmpty() ? signIn : signIn.with("scope", scopes))
                    .tokens()
                    .access();
        });
    }

    /** An access token of a sign-in of its own. */
    static String newToken(OAuthClient client) {
        return SignIn.of(client).tokens().access();
    }
}
