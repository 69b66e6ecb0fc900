package org.vizgate.jose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.jose.InvalidTokenException.Reason;
import org.vizgate.jose.TokenHeader.Kind;
import org.vizgate.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    private final Encryption encryption;
    private final Map<String, TokenHeader> ownHeaders = new HashMap<>();

    public AccessTokenCipher(
            KeyRing keys, AccessTokenFormat issued, boolean acceptUnsigned, RandomTokens random, Json json) {
        this.keys = keys;
        this.issued = issued;
        this.acceptUnsigned = acceptUnsigned;
        this.json = json;
        this.encryption = new Encryption(new KeyEncryption(keys.provider()), random);
        for (String id : keys.keyIds()) {
            for (Kind kind : List.of(Kind.SIGNED, Kind.DIRECT)) {
                ownHeaders.put(TokenHeader.encoded(kind, id), new TokenHeader(kind, Optional.of(id)));
            }
        }
    }

    /**
     * A token that holds {@code claimsJson}.
     *
     * @throws IllegalArgumentException if the token would be longer than {@link #open} accepts
     */
    public String seal(String claimsJson) {
        RingKey key = keys.issuing();
        CompactToken compact = switch (issued) {
            case RSA -> encryption.toRsaKey(key, Signature.sign(key, claimsJson));
            case DIRECT -> encryption.direct(key, claimsJson);
        };
        String token = compact.text();
        if (token.length() > CompactToken.MAX_LENGTH) {
            throw new IllegalArgumentException("the claims are too long for an access token");
        }
        return token;
    }

    /**
     * The first look: (1) form, (2) header, (3) key. Costs a few microseconds and no cryptography.
     *
     * @throws InvalidTokenException if it cannot be a token of this gate
     */
    public SealedToken read(String token) {
        CompactToken compact = CompactToken.parse(token);
        TokenHeader header = header(compact.header());
        if (header.kind() == Kind.UNSIGNED && !acceptUnsigned) {
            throw new InvalidTokenException(Reason.UNSIGNED);
        }
        List<RingKey> candidates = isUnnamed(header) ? keysOf(compact.keyLength()) : List.of(named(header));
        for (RingKey key : candidates) {
            compact.requireKeyLength(header.kind() == Kind.DIRECT ? 0 : key.length());
        }
        if (candidates.isEmpty()) {
            throw new InvalidTokenException(Reason.WRONG_LENGTH);
        }
        return new SealedToken(compact, header.kind(), candidates);
    }

    /** As {@link #open(SealedToken)}, after the first look. */
    public Opened open(String token) {
        return open(read(token));
    }

    /**
     * What a token holds: (1) the decryption, (2) the signature, (3) a first glance at the content.
     *
     * @throws InvalidTokenException if it is not a token of this gate
     */
    public Opened open(SealedToken token) {
        RingKey key = token.keys().get(0);
        String claims = switch (token.kind()) {
            case SIGNED -> Signature.verified(key, encryption.openedWithRsaKey(key, token.compact()));
            case DIRECT -> new String(encryption.openedDirectly(key, token.compact()), UTF_8);
            case UNSIGNED -> openUnsigned(token);
        };
        if (!claims.startsWith("{")) {
            throw new InvalidTokenException(Reason.NO_CLAIMS);
        }
        return new Opened(claims, token.kind() != Kind.UNSIGNED);
    }

    // Nearly every token has a header that we wrote, and is known by sight.
    private TokenHeader header(String encoded) {
        @Nullable TokenHeader own = ownHeaders.get(encoded);
        return own == null ? TokenHeader.read(encoded, json) : own;
    }

    // The peer does not name its key.
    private static boolean isUnnamed(TokenHeader header) {
        return header.kind() == Kind.UNSIGNED && header.keyId().isEmpty();
    }

    private RingKey named(TokenHeader header) {
        return header.keyId().flatMap(keys::find).orElseThrow(() -> new InvalidTokenException(Reason.UNKNOWN_KEY));
    }

    private List<RingKey> keysOf(int length) {
        return keys.all().stream()
                .filter(key -> key.length() == length)
                .limit(KEYS_TRIED)
                .toList();
    }

    private String openUnsigned(SealedToken token) {
        for (RingKey key : token.keys()) {
            try {
                return new String(encryption.openedWithRsaKey(key, token.compact()), UTF_8);
            } catch (InvalidTokenException e) {
                // The next key may be the one.
            }
        }
        throw new InvalidTokenException(Reason.NOT_DECRYPTED);
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
