package org.vizgate.benchmarks.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.vizgate.jose.AccessTokenFormat;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;

/** Tokens that are none: what an attacker can make the gate do. */
public class RefusalBenchmark extends Timed {
    private final Tokens tokens = new Tokens(AccessTokenFormat.RSA);
    private final String good = tokens.issue();
    private final String foreign = new Tokens(AccessTokenFormat.RSA, Keys.FOREIGN).issue();
    private final String badTag = changed(good, good.lastIndexOf('.') + 1);
    private final String badKey = changed(good, good.indexOf('.') + 10);
    private final Tokens directTokens = new Tokens(AccessTokenFormat.DIRECT);
    private final String goodDirect = directTokens.issue();
    private final String badDirect = changed(goodDirect, goodDirect.lastIndexOf('.') + 1);

    private static String changed(String token, int at) {
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    /** Another server's: its key is not known here. */
    @Benchmark
    public ErrorCode foreignKey() {
        return refusal(tokens, foreign);
    }

    /** A key part that does not decrypt: one private RSA operation. */
    @Benchmark
    public ErrorCode badKey() {
        return refusal(tokens, badKey);
    }

    /** A key part that does, and content that was changed. */
    @Benchmark
    public ErrorCode badTag() {
        return refusal(tokens, badTag);
    }

    /** The same without RSA. */
    @Benchmark
    public ErrorCode badDirectTag() {
        return refusal(directTokens, badDirect);
    }

    @Benchmark
    public ErrorCode malformed() {
        return refusal(tokens, "a.b.c.d.e");
    }

    private ErrorCode refusal(Tokens gate, String token) {
        try {
            gate.accessTokens().verify(token, () -> "192.0.2.1");
            throw new IllegalStateException("a forged token was believed");
        } catch (OAuthException e) {
            return e.code();
        }
    }
}
