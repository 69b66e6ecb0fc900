package org.vizgate.servlet;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vizgate.jose.KeyRing;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.LogCapture;
import org.vizgate.testapp.AddingListener;
import org.vizgate.testapp.ReportServlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Which settings let an application start, and what is said about them. */
class StartTest {
    private static final String BAD_KEY = TestKeys.pem("PRIVATE KEY", "secret of the key".getBytes(UTF_8));

    @TempDir
    Path directory;

    @Test
    void neitherIssuerNorAnOpenGate_failsTheStart() {
        assertThatThrownBy(() -> TestContainer.with(TestApp.bare("").servlet(ReportServlet.class, "/")))
                .hasMessageContaining("OAUTH_ISSUER")
                .hasMessageContaining("DANGEROUSLY_DISABLE_OAUTH=true");
    }

    @Test
    void badSettings_failTheStart_andAllOfThemAreNamed() {
        TestApp application = TestApp.ordinary("")
                .set("OAUTH_ISSUER", "http://gate.example/")
                .set("OAUTH_CORS", "maybe")
                .set("OAUTH_SEALING_KEY", "c2VhbGluZy1zZWNyZXQ=")
                .set("OAUTH_CLIENT_ID_SECRET_PAIRS", "client-without-pair-secret")
                .set("OAUTH_ACCESS_TOKEN_TIMEOUT_MS", "soon");
        assertThatThrownBy(() -> TestContainer.with(application))
                .hasMessageContaining("OAUTH_ISSUER")
                .hasMessageContaining("OAUTH_CORS")
                .hasMessageContaining("OAUTH_SEALING_KEY")
                .hasMessageContaining("OAUTH_CLIENT_ID_SECRET_PAIRS")
                .hasMessageContaining("OAUTH_ACCESS_TOKEN_TIMEOUT_MS")
                .hasMessageNotContaining("c2VhbGluZy1zZWNyZXQ=")
                .hasMessageNotContaining("pair-secret");
    }

    @Test
    void aProviderThatIsNotThere_failsTheStart_andTheWayOutIsNamed() {
        assertThatThrownBy(() -> TestContainer.with(TestApp.ordinary("").set("OAUTH_JCA_PROVIDER", "org.example.Fast")))
                .hasMessageContaining("OAUTH_JCA_PROVIDER")
                .hasMessageContaining("there is no provider of that name, and no such class")
                .hasMessageContaining("remove the setting");
    }

    @Test
    void settingsThatShowTheirFaultsInUse_areNamedTogether() throws Exception {
        Path clients = Files.writeString(
                directory.resolve("clients.json"),
                "{\"clients\": [{\"client_id\": \"a\", \"client_secret\": \"client-password\" \"}]}");
        Path certificates = Files.writeString(
                directory.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
        TestApp application = TestApp.ordinary("")
                .set("OAUTH_JWE_PRIVATE_KEY", BAD_KEY)
                .set("OAUTH_CLIENTS_FILE", clients.toAbsolutePath().toString())
                .set("TABLEAU_CA_CERTIFICATES", certificates.toAbsolutePath().toString());
        assertThatThrownBy(() -> TestContainer.with(application))
                .hasMessageContaining("3 problems")
                .hasMessageContaining("OAUTH_JWE_PRIVATE_KEY")
                .hasMessageContaining("OAUTH_CLIENTS_FILE")
                .hasMessageContaining("TABLEAU_CA_CERTIFICATES")
                .hasMessageNotContaining(BAD_KEY.lines().toList().get(1))
                .hasMessageNotContaining("client-password");
    }

    @Test
    void anOpenGate_letsAllThrough_andSaysSo() {
        TestApp application =
                TestApp.bare("").servlet(ReportServlet.class, "/").set("DANGEROUSLY_DISABLE_OAUTH", "true");
        try (LogCapture log = LogCapture.of("org.vizgate");
                TestContainer container = TestContainer.with(application)) {
            assertThat(container
                            .answerTo(Wire.get("/x").bearer("nonsense"))
                            .body()
                            .lines())
                    .contains("reached=/x", "user=nobody", "caller=nobody");
            assertThat(container
                            .answerTo(Wire.get("/x").with("Origin", "https://other.example"))
                            .reachedApplication())
                    .isTrue();
            assertThat(container.answerTo(Wire.request("POST", "/oauth/token")).reachedApplication())
                    .isTrue();
            assertThat(log.text()).contains("DANGEROUSLY_DISABLE_OAUTH is true");
        }
    }

    @Test
    void theSummary_tellsAddressesAndKeyIds_andNoSecret() {
        TestApp application = TestApp.ordinary("/app")
                .set("OAUTH_ENDPOINT_PATH", "/gate")
                .set("OAUTH_CLIENT_ID_SECRET_PAIRS", "nightly:a-very-secret-secret-of-some-length");
        String text = logOfStart(application);
        KeyRing ring = TestKeys.ring(TestKeys.FIRST);
        assertThat(text)
                .contains(ring.keyIds().get(0))
                .contains("https://gate.example/app/gate/authorize")
                .contains("https://gate.example/app/gate/token")
                .contains("https://gate.example/app/gate/register")
                .contains("https://gate.example/app/Callback")
                .doesNotContain("a-very-secret-secret-of-some-length")
                .doesNotContain(TestKeys.pkcs8(TestKeys.FIRST).lines().toList().get(1));
    }

    @Test
    void theSummary_tellsNoRegistration_whenThereIsNone() {
        TestApp application = TestApp.ordinary("").set("OAUTH_DYNAMIC_REGISTRATION", "false");
        assertThat(logOfStart(application)).contains("/oauth/token").doesNotContain("/oauth/register");
    }

    @Test
    void aFilterOfTheApplicationsCode_saysTheSame() {
        TestApp application = TestApp.ordinary("")
                .set("OAUTH_AUTO_REGISTER", "false")
                .set("OAUTH_PUBLIC_PATHS", "/*")
                .listener(AddingListener.class);
        assertThat(logOfStart(application)).contains("Vizgate protects /").contains("the whole application is public");
    }

    private static String logOfStart(TestApp application) {
        try (LogCapture log = LogCapture.of("org.vizgate");
                TestContainer container = TestContainer.with(application)) {
            assertThat(container.answerTo(Wire.get("/x")).text()).isNotEmpty();
            return log.text();
        }
    }

    @Test
    void aFailedStart_leavesNothingOpen() {
        TestApp application = TestApp.guarded("").servlet(ReportServlet.class, "/oauth/token");
        assertThat(catchThrowable(() -> TestContainer.with(application))).isInstanceOf(RuntimeException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("vizgate"));
    }
}
