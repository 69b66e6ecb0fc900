package org.vizgate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SettingFileTest {
    private static final String NAME = "OAUTH_JWE_PRIVATE_KEY_PASSPHRASE_FILE";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @ParameterizedTest
    @CsvSource({"sesame, sesame", "sesame\\n, sesame", "sesame\\r\\n, sesame", "'sesame \\n\\n', 'sesame \n'"})
    void oneLineEndAtTheEnd_isCut(String written, String read) throws IOException {
        Path file = file(written.replace("\\r", "\r").replace("\\n", "\n"));

        assertThat(passphrase(file.toString())).isEqualTo(read);
    }

    @Test
    void aPathWithBlanksAroundIt_isRead() throws IOException {
        assertThat(passphrase("\n " + file("sesame") + " \n")).isEqualTo("sesame");
    }

    @Test
    void aRelativePath_isRefusedAndTheDirectoryIsNamed() {
        assertThat(problem("sesame").fault())
                .contains(Path.of("").toAbsolutePath().toString())
                .doesNotContain("sesame");
    }

    @Test
    void aMissingFile_isRefused() {
        assertThat(problem(directory.resolve("sesame").toString()).fault())
                .isEqualTo("names a file that does not exist");
    }

    @Test
    void aDirectory_isRefused() {
        assertThat(problem(directory.toString()).fault()).isEqualTo("names a directory");
    }

    @Test
    void anEmptyFile_isRefused() throws IOException {
        assertThat(problem(file("\n").toString()).fault()).isEqualTo("names an empty file");
    }

    @Test
    void aFileOfTheLargestSize_isRead() throws IOException {
        assertThat(passphrase(file("x".repeat(64 * 1024)).toString())).hasSize(64 * 1024);
    }

    @Test
    void aLargerFile_isRefused() throws IOException {
        assertThat(problem(file("x".repeat(64 * 1024 + 1)).toString()).fault())
                .isEqualTo("names a file of more than 64 KiB");
    }

    @Test
    void bytesThatAreNotUtf8_areRefused() throws IOException {
        Path file = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, 0x00});

        assertThat(problem(file.toString()).fault()).isEqualTo("names a file that is not text in UTF-8");
    }

    @Test
    void textThatIsNoPath_isRefused() {
        assertThat(problem("/a\u0000b").fault()).isEqualTo("is not a path");
    }

    @Test
    void valueAndFileTogether_areRefused() throws IOException {
        Written written = Written.withServer()
                .with(NAME, file("sesame").toString())
                .with("OAUTH_JWE_PRIVATE_KEY_PASSPHRASE", "sesame");

        assertThat(written.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.name()).isEqualTo("OAUTH_JWE_PRIVATE_KEY_PASSPHRASE");
            assertThat(problem.fault()).isEqualTo("is set together with environment variable " + NAME);
        });
    }

    @Test
    void aValueThatIsBlanked_leavesTheFile() throws IOException {
        Written written = Written.withServer()
                .with(NAME, file("sesame").toString())
                .with("OAUTH_JWE_PRIVATE_KEY_PASSPHRASE", "")
                .before(Written.contextParams().with("OAUTH_JWE_PRIVATE_KEY_PASSPHRASE", "packed"));

        assertThat(written.protecting().keys().passphrase().orElseThrow().reveal())
                .isEqualTo("sesame");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("file"), text);
    }

    private static String passphrase(String path) {
        return Written.withServer()
                .with(NAME, path)
                .protecting()
                .keys()
                .passphrase()
                .orElseThrow()
                .reveal();
    }

    private static Problem problem(String path) {
        ConfigurationException refusal = Written.withServer().with(NAME, path).refusal();
        assertThat(refusal.getMessage()).doesNotContain("sesame");
        assertThat(refusal.problems()).singleElement().extracting(Problem::name).isEqualTo(NAME);
        return refusal.problems().get(0);
    }
}
