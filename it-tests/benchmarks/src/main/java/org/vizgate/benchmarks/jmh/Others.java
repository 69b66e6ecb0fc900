package org.vizgate.benchmarks.jmh;

import java.security.Key;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import io.smallrye.jwt.algorithm.KeyEncryptionAlgorithm;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jwt.consumer.JwtContext;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Other libraries doing the gate's work on the gate's tokens: decryption, the signature inside if there is one, issuer,
 * audience and life; with their usual settings, set up once.
 */
final class Others {
    private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat", "jti", "client_id");

    private Others() {}

    static DefaultJWTProcessor<SecurityContext> nimbus(Tokens tokens, Key decryptionKey) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWEKeySelector((header, context) -> List.of(decryptionKey));
        processor.setJWSKeySelector((header, context) -> List.of(tokens.signatureKey()));
        DefaultJOSEObjectTypeVerifier<SecurityContext> types =
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt"), null);
        processor.setJWETypeVerifier(types);
        processor.setJWSTypeVerifier(types);
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                Tokens.ISSUER, new JWTClaimsSet.Builder().issuer(Tokens.ISSUER).build(), REQUIRED));
        return processor;
    }

    /** What reads the format {@code direct} at once. */
    static JwtParser jjwtDirect(Tokens tokens) {
        return claims(Jwts.parser()).decryptWith(tokens.directKey()).build();
    }

    /** What reads a token in a token: this library takes two steps. */
    static final class NestedJjwt {
        private final JwtParser outer;
        private final JwtParser inner;

        NestedJjwt(Tokens tokens) {
            outer = Jwts.parser().decryptWith(tokens.privateKey()).build();
            inner = claims(Jwts.parser()).verifyWith(tokens.signatureKey()).build();
        }

        Claims verify(String token) {
            byte[] signed = outer.parseEncryptedContent(token).getPayload();
            return inner.parseSignedClaims(new String(signed, US_ASCII)).getPayload();
        }
    }

    private static JwtParserBuilder claims(JwtParserBuilder parser) {
        return parser.requireIssuer(Tokens.ISSUER).requireAudience(Tokens.ISSUER);
    }

    /** The parser and what it is told about tokens. */
    static final class Smallrye {
        private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
        private final JWTAuthContextInfo info = new JWTAuthContextInfo();

        private Smallrye() {
            info.setIssuedBy(Tokens.ISSUER);
            info.setExpectedAudience(Set.of(Tokens.ISSUER));
            info.setRequiredClaims(REQUIRED);
        }

        static Smallrye rsa(Tokens tokens) {
            Smallrye smallrye = new Smallrye();
            smallrye.info.setPrivateDecryptionKey(tokens.privateKey());
            smallrye.info.setKeyEncryptionAlgorithm(Set.of(KeyEncryptionAlgorithm.RSA_OAEP_256));
            smallrye.info.setSecretVerificationKey(tokens.signatureKey());
            smallrye.info.setSignatureAlgorithm(Set.of(SignatureAlgorithm.HS256));
            return smallrye;
        }

        static Smallrye direct(Tokens tokens) {
            Smallrye smallrye = new Smallrye();
            smallrye.info.setSecretDecryptionKey(tokens.directKey());
            smallrye.info.setKeyEncryptionAlgorithm(Set.of(KeyEncryptionAlgorithm.DIR));
            return smallrye;
        }

        JwtContext verify(String token) throws ParseException {
            return parser.parse(token, info);
        }
    }
}
