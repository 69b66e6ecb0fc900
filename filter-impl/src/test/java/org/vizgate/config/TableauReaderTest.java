package org.vizgate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.ApiVersion;

import static org.assertj.core.api.Assertions.assertThat;

class TableauReaderTest {
    @ParameterizedTest
    @CsvSource({
        "https://tableau.example.org, https://tableau.example.org",
        "https://Tableau.example.org:443/, https://tableau.example.org",
        "http://localhost:8000, http://localhost:8000",
        "https://prod-useast-a.online.tableau.com, https://prod-useast-a.online.tableau.com"
    })
    void server_isSchemeHostAndPort(String text, String server) {
        assertThat(tableau("SERVER", text).server().orElseThrow()).hasToString(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://online.tableau.com", "https://online.tableau.com/"})
    void theCommonAddressOfTheCloud_isNoServer(String text) {
        assertThat(tableau("SERVER", text).server()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tableau.example.org",
                "https://tableau.example.org/#/site/sales/home",
                "https://tableau.example.org/api",
                "http://tableau.example.org"
            })
    void anyOtherServer_isRefused(String text) {
        assertThat(Written.minimal().with("SERVER", text).problems())
                .extracting(Problem::name)
                .containsExactly("SERVER");
    }

    @Test
    void httpToTableau_canBeAllowedAndIsThenAWarning() {
        Settings.Protecting settings = Written.minimal()
                .with("SERVER", "http://tableau.example.org")
                .with("DANGEROUSLY_ALLOW_HTTP_TABLEAU", "true")
                .protecting();

        assertThat(settings.tableau().server().orElseThrow()).hasToString("http://tableau.example.org");
        assertThat(settings.warnings()).singleElement().asString().startsWith("DANGEROUSLY_ALLOW_HTTP_TABLEAU");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://online.tableau.com", "https://prod-useast-a.online.tableau.com"})
    void cloudWithAnIssuerOffLoopback_isAWarning(String server) {
        assertThat(Written.minimal().with("SERVER", server).read().warnings())
                .singleElement()
                .asString()
                .startsWith("Tableau Cloud accepts this sign-in only with a callback on loopback");
    }

    @Test
    void cloudWithAnIssuerOnLoopback_givesNoWarning() {
        assertThat(Written.minimal()
                        .with("OAUTH_ISSUER", "http://127.0.0.1:8080/app")
                        .read()
                        .warnings())
                .isEmpty();
    }

    @Test
    void aSite_locksUnlessToldOtherwise() {
        assertThat(tableau("SITE_NAME", "sales").lockSite()).isTrue();
        assertThat(Written.minimal()
                        .with("SITE_NAME", "sales")
                        .with("OAUTH_LOCK_SITE", "false")
                        .protecting()
                        .tableau()
                        .lockSite())
                .isFalse();
    }

    @Test
    void aLockWithoutASite_isRefused() {
        assertThat(Written.minimal().with("OAUTH_LOCK_SITE", "true").problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_LOCK_SITE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://tableau.example.org/#/site/sales", "#/site/sales", "a b"})
    void whatIsNoSite_isRefused(String site) {
        assertThat(Written.minimal()
                        .with("SITE_NAME", site)
                        .with("OAUTH_LOCK_SITE", "true")
                        .problems())
                .extracting(Problem::name)
                .containsExactly("SITE_NAME");
    }

    @Test
    void apiVersion_isTwoNumbers() {
        assertThat(tableau("TABLEAU_API_VERSION", "3.27").apiVersion()).contains(new ApiVersion(3, 27));
        assertThat(Written.minimal().with("TABLEAU_API_VERSION", "2025.3.1").problems())
                .extracting(Problem::name)
                .containsExactly("TABLEAU_API_VERSION");
    }

    @Test
    void certificates_areReadFromTheFile(@TempDir Path directory) throws IOException {
        String pem = "# ours\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----";
        // As large as a bundle of public authorities, and so larger than a secret may be.
        Path file = Files.writeString(directory.resolve("ca.pem"), pem + "\n".repeat(100_000) + "#");

        assertThat(tableau("TABLEAU_CA_CERTIFICATES", file.toString())
                        .caCertificatesPem()
                        .orElseThrow())
                .startsWith(pem);
    }

    @Test
    void aFileWithoutCertificates_isRefused(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), "AAAA");

        assertThat(Written.minimal()
                        .with("TABLEAU_CA_CERTIFICATES", file.toString())
                        .problems())
                .extracting(Problem::name)
                .containsExactly("TABLEAU_CA_CERTIFICATES");
    }

    @Test
    void disabledTlsVerification_isAWarning() {
        Settings.Protecting settings = Written.withServer()
                .with("DANGEROUSLY_DISABLE_TLS_VERIFICATION", "true")
                .protecting();

        assertThat(settings.tableau().tlsVerificationDisabled()).isTrue();
        assertThat(settings.warnings()).hasSize(1);
    }

    @Test
    void proxy_isHttpHostAndPort() {
        assertThat(tableau("TABLEAU_PROXY", "http://Proxy:3128/").proxy().orElseThrow())
                .hasToString("http://proxy:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy:3128", "https://proxy:3128", "http://proxy", "http://me:sesame@proxy:3128"})
    void anyOtherProxy_isRefused(String proxy) {
        ConfigurationException refusal = Written.minimal()
                .with("OAUTH_CLIENT_METADATA", "off")
                .with("TABLEAU_PROXY", proxy)
                .refusal();

        assertThat(refusal.problems()).extracting(Problem::name).containsExactly("TABLEAU_PROXY");
        assertThat(refusal).hasMessageNotContaining("sesame");
    }

    private static Settings.Tableau tableau(String name, String value) {
        return Written.minimal()
                .with("OAUTH_CLIENT_METADATA", "off")
                .with(name, value)
                .protecting()
                .tableau();
    }
}
