package org.vizgate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class StoreReaderTest {
    @TempDir
    Path directory;

    @Test
    void unset_isTheMemoryStore() {
        Settings.Store store = Written.withServer().protecting().store();

        assertThat(store.name()).isEqualTo("memory");
        assertThat(store.options()).isEmpty();
    }

    @Test
    void aStoreOfOnesOwn_getsTheOptionsThatBearItsName() {
        Settings.Store store = Written.withServer()
                .with("OAUTH_STORE", "Mongo")
                .with("OAUTH_STORE_MONGO_ADDRESS", " mongo.example.org ")
                .with("OAUTH_STORE_MONGO_BLANK", " ")
                .protecting()
                .store();

        assertThat(store.name()).isEqualTo("mongo");
        assertThat(store.options()).containsExactly(entry("ADDRESS", Secret.of("mongo.example.org")));
        assertThat(store.toString()).doesNotContain("mongo.example.org");
    }

    @Test
    void anOption_mayComeFromAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "sesame\n");

        Settings.Store store = Written.withServer()
                .with("OAUTH_STORE", "mongo")
                .with("OAUTH_STORE_MONGO_PASSWORD_FILE", file.toString())
                .protecting()
                .store();

        assertThat(store.options()).containsExactly(entry("PASSWORD", Secret.of("sesame")));
    }

    @Test
    void anOptionAndItsFile_areAProblemThatShowsNeither() {
        ConfigurationException refusal = Written.withServer()
                .with("OAUTH_STORE", "mongo")
                .with("OAUTH_STORE_MONGO_PASSWORD", "sesame")
                .with("OAUTH_STORE_MONGO_PASSWORD_FILE", "/run/secrets/mongo")
                .refusal();

        assertThat(refusal.problems())
                .singleElement()
                .extracting(Problem::name)
                .isEqualTo("OAUTH_STORE_MONGO_PASSWORD");
        assertThat(refusal).hasMessageNotContaining("sesame");
    }

    @Test
    void anOptionOfAnotherStore_isAWarningThatDoesNotShowIt() {
        assertThat(Written.withServer()
                        .with("OAUTH_STORE_MONGO_PASSWORD", "sesame")
                        .read()
                        .warnings())
                .singleElement()
                .asString()
                .contains("OAUTH_STORE_MONGO_PASSWORD", "memory")
                .doesNotContain("sesame");
    }

    @Test
    void whatCannotBeAName_isAProblem() {
        assertThat(Written.withServer().with("OAUTH_STORE", "jdbc:h2").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.name()).isEqualTo("OAUTH_STORE");
                    assertThat(problem.fault()).contains("jdbc:h2");
                });
    }
}
