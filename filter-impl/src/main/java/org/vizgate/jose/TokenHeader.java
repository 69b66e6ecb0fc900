package org.vizgate.jose;

import java.util.Optional;
import java.util.Set;

import org.vizgate.jose.InvalidTokenException.Reason;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;

/**
 * The protected header of a token, read and found to be one of three (RFC 7516 section 4).
 *
 * <p>Algorithms are compared with ours, never taken from the token (RFC 8725 section 3.1). Whatever is not listed is
 * refused: {@code zip} and {@code crit} with it.
 */
record TokenHeader(Kind kind, Optional<String> keyId) {
    static final String RSA = "RSA-OAEP-256";
    static final String DIRECT = "dir";
    static final String CONTENT = "A256GCM";
    static final String ACCESS_TOKEN = "at+jwt";
    static final String NESTED = "JWT";

    private static final int MAX_LENGTH = 512;
    private static final Set<String> MEMBERS = Set.of("alg", "enc", "kid", "cty", "typ");

    enum Kind {
        /** Encrypted to the RSA key, with a signature of ours inside. */
        SIGNED,
        /** Encrypted under a derived key. */
        DIRECT,
        /** Encrypted to the RSA key by anyone: what the TypeScript peer issues. */
        UNSIGNED
    }

    /** The header that this gate writes, encoded: for a kind and a key always the same text. */
    static String encoded(Kind kind, String keyId) {
        return switch (kind) {
            case SIGNED -> encoded(RSA, keyId, "cty", NESTED);
            case DIRECT -> encoded(DIRECT, keyId, "typ", ACCESS_TOKEN);
            case UNSIGNED -> throw new IllegalArgumentException("only the peer writes unsigned tokens");
        };
    }

    // A key id is a thumbprint in base64url: nothing in it would have to be escaped.
    private static String encoded(String algorithm, String keyId, String typeMember, String type) {
        return Base64Url.encode("{\"alg\":\"" + algorithm + "\",\"enc\":\"" + CONTENT + "\",\"kid\":\"" + keyId
                + "\",\"" + typeMember + "\":\"" + type + "\"}");
    }

    /** @param encoded canonical base64url */
    static TokenHeader read(String encoded, Json json) {
        if (encoded.length() > MAX_LENGTH) {
            throw new InvalidTokenException(Reason.HEADER_UNREADABLE);
        }
        try {
            JsonFields header = json.read(Base64Url.decode(encoded));
            if (!MEMBERS.containsAll(header.names())) {
                throw new InvalidTokenException(Reason.HEADER_MEMBER);
            }
            return new TokenHeader(kindOf(header), header.text("kid"));
        } catch (MalformedJsonException e) {
            throw new InvalidTokenException(Reason.HEADER_UNREADABLE);
        }
    }

    private static Kind kindOf(JsonFields header) {
        if (!header.requiredText("enc").equals(CONTENT)) {
            throw new InvalidTokenException(Reason.FOREIGN_ALGORITHM);
        }
        String typ = header.text("typ").orElse("");
        String cty = header.text("cty").orElse("");
        return switch (header.requiredText("alg")) {
            case RSA -> rsaKind(typ, cty);
            case DIRECT -> directKind(typ, cty);
            default -> throw new InvalidTokenException(Reason.FOREIGN_ALGORITHM);
        };
    }

    private static Kind rsaKind(String typ, String cty) {
        if (cty.equals(NESTED) && typ.isEmpty()) {
            return Kind.SIGNED;
        }
        if (cty.isEmpty() && (typ.isEmpty() || typ.equals("JWT"))) {
            return Kind.UNSIGNED;
        }
        throw new InvalidTokenException(Reason.WRONG_TYPE);
    }

    private static Kind directKind(String typ, String cty) {
        if (cty.isEmpty() && typ.equals(ACCESS_TOKEN)) {
            return Kind.DIRECT;
        }
        throw new InvalidTokenException(Reason.WRONG_TYPE);
    }
}
