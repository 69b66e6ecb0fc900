package org.vizgate.crypto;

import java.util.regex.Pattern;

/** Proof Key for Code Exchange with the method S256, the only one there is here (RFC 7636). */
public final class Pkce {
    /** The value of {@code code_challenge_method}. */
    public static final String S256 = "S256";

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Pkce() {}

    /** Whether {@code challenge} can be one of S256: 32 bytes in base64url. */
    public static boolean isChallenge(String challenge) {
        return CHALLENGE.matcher(challenge).matches();
    }

    /** The challenge of a verifier (RFC 7636 section 4.2). */
    public static String challengeOf(String verifier) {
        return Digests.full(verifier);
    }

    /** Whether {@code verifier} is well-formed and belongs to {@code challenge} (RFC 7636 section 4.6). */
    public static boolean proves(String verifier, String challenge) {
        return VERIFIER.matcher(verifier).matches() && Digests.same(challengeOf(verifier), challenge);
    }
}
