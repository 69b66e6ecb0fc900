package org.vizgate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyReaderTest {
    // The bytes 0 to 31.
    private static final String SEALING_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @Test
    void aMissingKey_isRefusedWithTheCommandThatMakesOne() {
        assertThat(Written.minimal().without("OAUTH_JWE_PRIVATE_KEY").problems())
                .singleElement()
                .hasToString("OAUTH_JWE_PRIVATE_KEY (not set): is missing. Make a key with 'openssl genrsa -out"
                        + " private.pem', and write the absolute path of that file into OAUTH_JWE_PRIVATE_KEY_PATH, or"
                        + " its text into OAUTH_JWE_PRIVATE_KEY.");
    }

    @Test
    void aKeyFile_isRead(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("private.pem"), Written.PRIVATE_KEY);
        Written written =
                Written.minimal().without("OAUTH_JWE_PRIVATE_KEY").with("OAUTH_JWE_PRIVATE_KEY_PATH", file.toString());

        assertThat(written.protecting().keys().privateKeyPem().reveal()).isEqualTo(Written.PRIVATE_KEY.strip());
    }

    @Test
    void keyAndKeyFile_areRefused() {
        assertThat(Written.minimal()
                        .with("OAUTH_JWE_PRIVATE_KEY_PATH", "/private.pem")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault()).contains("OAUTH_JWE_PRIVATE_KEY_PATH"));
    }

    @Test
    void aMissingKeyFile_isOneProblem() {
        assertThat(Written.minimal()
                        .without("OAUTH_JWE_PRIVATE_KEY")
                        .with("OAUTH_JWE_PRIVATE_KEY_PATH", "/nowhere/private.pem")
                        .problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_JWE_PRIVATE_KEY_PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r\\n"})
    void writtenLineEnds_becomeRealOnes(String lineEnd) {
        Written written = Written.minimal().with("OAUTH_JWE_PRIVATE_KEY", Written.PRIVATE_KEY.replace("\n", lineEnd));

        assertThat(written.protecting().keys().privateKeyPem().reveal()).isEqualTo(Written.PRIVATE_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/run/secrets/private.pem", "-----BEGIN PUBLIC KEY-----\nsesame\n-----END PUBLIC KEY-----", "x"})
    void textWithoutAPrivateKey_isRefusedAndNotShown(String text) {
        ConfigurationException refusal =
                Written.minimal().with("OAUTH_JWE_PRIVATE_KEY", text).refusal();

        assertThat(refusal.problems())
                .singleElement()
                .extracting(Problem::fault)
                .isEqualTo("holds no private key in PEM form");
        assertThat(refusal).hasMessageNotContaining("sesame").hasMessageNotContaining("secrets");
    }

    @ParameterizedTest
    @ValueSource(strings = {SEALING_KEY, " " + SEALING_KEY + "\n", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"})
    void aSealingKeyOf32Bytes_isTaken(String text) {
        assertThat(Written.minimal()
                        .with("OAUTH_SEALING_KEY", text)
                        .protecting()
                        .keys()
                        .sealingKey()
                        .orElseThrow()
                        .reveal())
                .isEqualTo(SEALING_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2VzYW1l", "sesame!", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g"})
    void anyOtherSealingKey_isRefusedAndNotShown(String text) {
        ConfigurationException refusal =
                Written.minimal().with("OAUTH_SEALING_KEY", text).refusal();

        assertThat(refusal.problems()).extracting(Problem::name).containsExactly("OAUTH_SEALING_KEY");
        assertThat(refusal).hasMessageContaining("openssl rand -base64 32").hasMessageNotContaining(text);
    }
}
