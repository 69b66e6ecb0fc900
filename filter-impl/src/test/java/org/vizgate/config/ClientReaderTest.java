package org.vizgate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ClientReaderTest {
    @Test
    void pairs_areReadInTheirOrder() {
        assertThat(clients("OAUTH_CLIENT_ID_SECRET_PAIRS", "b:one, a:two").secretPairs())
                .containsExactly(entry("b", Secret.of("one")), entry("a", Secret.of("two")));
    }

    @Test
    void pairs_mayComeFromAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("pairs"), "ci:sesame\n");

        assertThat(clients("OAUTH_CLIENT_ID_SECRET_PAIRS_FILE", file.toString()).secretPairs())
                .containsExactly(entry("ci", Secret.of("sesame")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sesame",
                "ci:",
                ":sesame",
                "ci:sesame,",
                "ci:sesame:x",
                "ci:s\u00e9same",
                "ci:sesame,ci:other",
                "ci:sesame,cd:sesame",
                "ci:sesame;cd:other"
            })
    void whatIsNoListOfPairs_isRefusedAndNotShown(String text) {
        ConfigurationException refusal =
                Written.minimal().with("OAUTH_CLIENT_ID_SECRET_PAIRS", text).refusal();

        assertThat(refusal.problems()).extracting(Problem::name).containsExactly("OAUTH_CLIENT_ID_SECRET_PAIRS");
        assertThat(refusal).hasMessageNotContaining("same");
    }

    @Test
    void aWrongPair_isCalledByItsPlace() {
        assertThat(Written.minimal()
                        .with("OAUTH_CLIENT_ID_SECRET_PAIRS", "a:one,two")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault()).contains("pair 2"));
    }

    @Test
    void clientsFile_isReadAsText(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("clients.json"), "[{\"client_secret\":\"sesame\"}]\n");
        Settings.Clients clients = clients("OAUTH_CLIENTS_FILE", file.toString());

        assertThat(clients.clientsFileText()).contains("[{\"client_secret\":\"sesame\"}]");
        assertThat(clients.toString()).doesNotContain("sesame");
    }

    @Test
    void clientsFileWithARelativePath_isRefused() {
        assertThat(Written.minimal().with("OAUTH_CLIENTS_FILE", "clients.json").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault()).startsWith("'clients.json' is a relative path"));
    }

    @Test
    void blockedClients_areSeparatedByCommasOrBlanks() {
        assertThat(clients("OAUTH_BLOCKED_CLIENTS", "a, b\nhttps://c.example.org/d")
                        .blocked())
                .containsExactly("a", "b", "https://c.example.org/d");
    }

    @Test
    void blockedUsers_areLuids_inAnyCase() {
        assertThat(clients(
                                "OAUTH_BLOCKED_USERS",
                                "7D0C3A52-1111-4f6e-9b1a-0a0b0c0d0e0f, 00000000-0000-0000-0000-000000000001")
                        .blockedUsers())
                .containsExactly("7d0c3a52-1111-4f6e-9b1a-0a0b0c0d0e0f", "00000000-0000-0000-0000-000000000001");
    }

    /** It would block nobody, and somebody would rely on it. */
    @Test
    void theNameOfAUser_isRefused() {
        assertThat(Written.minimal()
                        .with("OAUTH_BLOCKED_USERS", "jo@corp.example")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault()).contains("is not the LUID of a user"));
    }

    @Test
    void metadataHosts_areNoneAnyOrAList() {
        assertThat(clients("OAUTH_CLIENT_METADATA", "Off").metadataHosts()).isEmpty();
        assertThat(clients("OAUTH_CLIENT_METADATA", "any").metadataHosts()).contains(Set.of());
        assertThat(clients("OAUTH_CLIENT_METADATA", "Client.example.org, b.example:8443 c.example:443")
                        .metadataHosts()
                        .orElseThrow())
                .containsExactly("client.example.org", "b.example:8443", "c.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example.org",
                "*.example.org",
                "*",
                "localhost",
                "127.0.0.1",
                "[::1]",
                "a.example/x",
                "a.example:0",
                "any, a.example",
                ",",
                "a_b.example",
                "a.example."
            })
    void whatIsNoListOfHosts_isRefused(String text) {
        assertThat(Written.minimal().with("OAUTH_CLIENT_METADATA", text).problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_CLIENT_METADATA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "any"})
    void anyHostThroughAProxy_isRefused(String text) {
        assertThat(Written.minimal()
                        .with("OAUTH_CLIENT_METADATA", text)
                        .with("TABLEAU_PROXY", "http://proxy:3128")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fault()).contains("TABLEAU_PROXY"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "client.example.org"})
    void noHostOrSomeThroughAProxy_areFine(String text) {
        assertThat(Written.minimal()
                        .with("OAUTH_CLIENT_METADATA", text)
                        .with("TABLEAU_PROXY", "http://proxy:3128")
                        .read())
                .isInstanceOf(Settings.Protecting.class);
    }

    @Test
    void redirectSchemes_areInLowerCase() {
        assertThat(clients("OAUTH_REDIRECT_SCHEMES", "Cursor, com.example.app")
                        .redirectSchemes()
                        .orElseThrow())
                .containsExactly("cursor", "com.example.app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor://", "1a", "https", "JavaScript", "mailto", "view-source", "*"})
    void whatIsNoSchemeOfAnApplication_isRefused(String scheme) {
        assertThat(Written.minimal().with("OAUTH_REDIRECT_SCHEMES", scheme).problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_REDIRECT_SCHEMES");
    }

    @Test
    void consentAndRegistration_areRead() {
        assertThat(clients("OAUTH_CONSENT", "never").consent()).isEqualTo(Settings.Consent.NEVER);
        assertThat(clients("OAUTH_DYNAMIC_REGISTRATION", "false").dynamicRegistration())
                .isFalse();
    }

    private static Settings.Clients clients(String name, String value) {
        return Written.minimal().with(name, value).protecting().clients();
    }
}
