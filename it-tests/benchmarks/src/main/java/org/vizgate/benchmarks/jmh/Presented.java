package org.vizgate.benchmarks.jmh;

import java.util.stream.Stream;

import org.vizgate.accesstoken.VerifiedAccessToken;
import org.vizgate.jose.AccessTokenFormat;

/** Tokens of one format by turns, each of them new to the gate every time. */
final class Presented {
    private static final int COUNT = 256;

    private final Tokens tokens;
    private final String[] texts;
    private int at;

    Presented(AccessTokenFormat format) {
        tokens = new Tokens(format);
        texts = Stream.generate(tokens::issue).limit(COUNT).toArray(String[]::new);
        tokens.forget();
    }

    Tokens tokens() {
        return tokens;
    }

    String next() {
        at = (at + 1) % COUNT;
        return texts[at];
    }

    /** What the gate does with the next one. The time that making another gate takes is spread over 256 tokens. */
    VerifiedAccessToken verifyNext() {
        String text = next();
        if (at == 0) {
            tokens.forget();
        }
        return tokens.accessTokens().verify(text, () -> "192.0.2.1");
    }
}
