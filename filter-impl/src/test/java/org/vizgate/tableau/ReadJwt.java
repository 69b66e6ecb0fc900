package org.vizgate.tableau;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.session.Secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A JWT taken apart by the JDK alone. */
record ReadJwt(JsonFields header, JsonFields claims, String signed, String signature) {
    static ReadJwt of(Secret jwt) {
        String[] parts = jwt.reveal().split("\\.", -1);
        Base64.Decoder decoder = Base64.getUrlDecoder();
        return new ReadJwt(
                TestKeys.JSON.read(new String(decoder.decode(parts[0]), UTF_8)),
                TestKeys.JSON.read(new String(decoder.decode(parts[1]), UTF_8)),
                parts[0] + "." + parts[1],
                parts[2]);
    }

    /** In base64url, as the third part is. */
    String hmac(String key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    boolean isSignedBy(PublicKey key, String algorithm) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(signed.getBytes(US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
