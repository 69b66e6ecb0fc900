package org.vizgate.grant;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vizgate.crypto.Digests;
import org.vizgate.crypto.MacKey;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.crypto.SealedBox;

/** The text of a refresh token, {@code grant.generation.secret.mac}, in parts. */
final class RefreshToken {
    private static final int SECRET_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{22})\\.([0-9]{1,9})\\.([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{22})");

    private final String grantId;
    private final long generation;
    private final String secret;
    private final String mac;

    private RefreshToken(String grantId, long generation, String secret, String mac) {
        this.grantId = grantId;
        this.generation = generation;
        this.secret = secret;
        this.mac = mac;
    }

    static RefreshToken random(String grantId, long generation, MacKey proof, RandomTokens random) {
        String secret = random.text(SECRET_BYTES);
        return new RefreshToken(grantId, generation, secret, proof.brief(grantId, Long.toString(generation), secret));
    }

    static Optional<RefreshToken> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long generation = Long.parseLong(parts.group(2));
        return Optional.of(new RefreshToken(parts.group(1), generation, parts.group(3), parts.group(4)));
    }

    String grantId() {
        return grantId;
    }

    long generation() {
        return generation;
    }

    /** Whether this server issued the token, however long ago. */
    boolean wasIssued(MacKey proof) {
        return Digests.same(mac, proof.brief(grantId, Long.toString(generation), secret));
    }

    SealedBox box(RandomTokens random) {
        return new SealedBox(Base64.getUrlDecoder().decode(secret), random);
    }

    String reveal() {
        return grantId + "." + generation + "." + secret + "." + mac;
    }

    /** Shows grant and generation only. */
    @Override
    public String toString() {
        return "RefreshToken[" + grantId + "." + generation + "]";
    }
}
