package org.vizgate.config;

import java.util.Base64;
import java.util.Optional;

import org.vizgate.session.Secret;

import static org.vizgate.config.SettingKey.OAUTH_JCA_PROVIDER;
import static org.vizgate.config.SettingKey.OAUTH_JWE_PRIVATE_KEY;
import static org.vizgate.config.SettingKey.OAUTH_JWE_PRIVATE_KEY_PASSPHRASE;
import static org.vizgate.config.SettingKey.OAUTH_SEALING_KEY;

/** Reads what seals and signs, as far as that is possible without cryptography. */
final class KeyReader {
    private static final int SEALING_KEY_BYTES = 32;

    private final Lookup lookup;

    KeyReader(Lookup lookup) {
        this.lookup = lookup;
    }

    Settings.Keys read() {
        if (!lookup.has(OAUTH_JWE_PRIVATE_KEY)) {
            lookup.problem(
                    OAUTH_JWE_PRIVATE_KEY,
                    "is missing",
                    "Make a key with 'openssl genrsa -out private.pem', and write the absolute path of that file into"
                            + " OAUTH_JWE_PRIVATE_KEY_PATH, or its text into OAUTH_JWE_PRIVATE_KEY");
        }
        Optional<Secret> privateKey = lookup.secret(OAUTH_JWE_PRIVATE_KEY, KeyReader::privateKey);
        return new Settings.Keys(
                privateKey.orElse(Secret.of("")),
                lookup.secret(OAUTH_JWE_PRIVATE_KEY_PASSPHRASE),
                lookup.secret(OAUTH_SEALING_KEY, KeyReader::sealingKey),
                lookup.given(OAUTH_JCA_PROVIDER, name -> name));
    }

    static Secret privateKey(String text) {
        if (!text.contains("-----BEGIN ") || !text.contains("PRIVATE KEY-----")) {
            throw new Misfit(
                    "holds no private key in PEM form",
                    "Its first line reads -----BEGIN PRIVATE KEY-----, or has RSA or ENCRYPTED before PRIVATE;"
                            + " the path of a file belongs into the setting that ends with _PATH");
        }
        // In a variable, which has one line, a backslash and an n stand for the end of a line. PEM has no backslashes.
        return Secret.of(text.replace("\\r", "").replace("\\n", "\n"));
    }

    private static Secret sealingKey(String text) {
        try {
            byte[] key =
                    Base64.getDecoder().decode(text.strip().replace('-', '+').replace('_', '/'));
            if (key.length == SEALING_KEY_BYTES) {
                return Secret.of(Base64.getEncoder().encodeToString(key));
            }
        } catch (IllegalArgumentException e) {
            // Said below, without the position of the character: it would tell something of the key.
        }
        throw new Misfit(
                "is not the base64 form of " + SEALING_KEY_BYTES + " bytes",
                "Make one with 'openssl rand -base64 " + SEALING_KEY_BYTES + "'");
    }
}
