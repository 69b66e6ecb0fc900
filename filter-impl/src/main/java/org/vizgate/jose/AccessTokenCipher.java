package org.vizgate.jose;

import java.util.List;

import org.vizgate.crypto.RandomTokens;
import org.vizgate.jose.InvalidTokenException.Reason;
import org.vizgate.json.Json;

/**
 * Seals claims into access tokens and opens them. Safe for use by several threads.
 *
 * <p>Both formats open, whichever is issued. A token of the TypeScript peer (RFC 7516 without a signature inside) opens
 * only if that was asked for, and says of itself that it is unsigned.
 */
public final class AccessTokenCipher {
    private static final int KEYS_TRIED = 2;

    private final KeyRing keys;
    private final AccessTokenFormat issued;
    private final boolean acceptUnsigned;
    private final Json json;
    private final Encryption rsa;
    private final Encryption direct;

    public AccessTokenCipher(
            KeyRing keys, AccessTokenFormat issued, boolean acceptUnsigned, RandomTokens random, Json json) {
        this.keys = keys;
        this.issued = issued;
        this.acceptUnsigned = acceptUnsigned;
        this.json = json;
        this.rsa = new Encryption(TokenHeader.RSA, random);
        this.direct = new Encryption(TokenHeader.DIRECT, random);
    }

    /**
     * A token that holds {@code claimsJson}.
     *
     * @throws IllegalArgumentException if the token would be longer than {@link #open} accepts
     */
    public String seal(String claimsJson) {
        RingKey key = keys.issuing();
        String token = switch (issued) {
            case RSA ->
                rsa.encrypt(key.publicKey(), key.id(), "cty", TokenHeader.NESTED, Signature.sign(key, claimsJson));
            case DIRECT -> direct.encrypt(key.directKey(), key.id(), "typ", TokenHeader.ACCESS_TOKEN, claimsJson);
        };
        if (token.length() > CompactToken.MAX_LENGTH) {
            throw new IllegalArgumentException("the claims are too long for an access token");
        }
        return token;
    }

    /**
     * What {@code token} holds: (1) its form, (2) its header, (3) the decryption, (4) the signature, (5) a first glance at
     * the content. Whatever costs more comes later.
     *
     * @throws InvalidTokenException if it is not a token of this gate
     */
    public Opened open(String token) {
        CompactToken compact = CompactToken.parse(token);
        TokenHeader header = TokenHeader.read(compact.header(), json);
        String claims = switch (header.kind()) {
            case SIGNED -> openSigned(compact, named(header));
            case DIRECT -> openDirect(compact, named(header));
            case UNSIGNED -> openUnsigned(compact, header);
        };
        if (!claims.startsWith("{")) {
            throw new InvalidTokenException(Reason.NO_CLAIMS);
        }
        return new Opened(claims, header.kind() != TokenHeader.Kind.UNSIGNED);
    }

    private RingKey named(TokenHeader header) {
        return header.keyId().flatMap(keys::find).orElseThrow(() -> new InvalidTokenException(Reason.UNKNOWN_KEY));
    }

    private String openSigned(CompactToken token, RingKey key) {
        token.requireKeyLength(key.length());
        return Signature.verified(key, rsa.decrypt(key.privateKey(), token.text()), json);
    }

    private String openDirect(CompactToken token, RingKey key) {
        token.requireKeyLength(0);
        return direct.decrypt(key.directKey(), token.text());
    }

    private String openUnsigned(CompactToken token, TokenHeader header) {
        if (!acceptUnsigned) {
            throw new InvalidTokenException(Reason.UNSIGNED);
        }
        List<RingKey> candidates = header.keyId().isPresent() ? List.of(named(header)) : keysOf(token.keyLength());
        for (RingKey key : candidates) {
            token.requireKeyLength(key.length());
            try {
                return rsa.decrypt(key.privateKey(), token.text());
            } catch (InvalidTokenException e) {
                // The next key may be the one; the peer does not name it.
            }
        }
        throw new InvalidTokenException(candidates.isEmpty() ? Reason.WRONG_LENGTH : Reason.NOT_DECRYPTED);
    }

    private List<RingKey> keysOf(int length) {
        return keys.all().stream()
                .filter(key -> key.length() == length)
                .limit(KEYS_TRIED)
                .toList();
    }

    /**
     * What a token held.
     *
     * @param signed whether this gate made the token: false for one of the peer's, which anyone with the public key can make
     */
    public record Opened(String claimsJson, boolean signed) {
        /** Without the claims: they hold a Tableau session. */
        @Override
        public String toString() {
            return "Opened[signed=" + signed + "]";
        }
    }
}
