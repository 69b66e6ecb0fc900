package org.vizgate.config;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsReaderTest {
    @Test
    void neitherIssuerNorDangerously_isRefusedAndBothAreExplained() {
        ConfigurationException refusal = Written.nothing().refusal();

        assertThat(refusal)
                .hasMessageContaining("OAUTH_ISSUER (not set)")
                .hasMessageContaining("closed by default")
                .hasMessageContaining("DANGEROUSLY_DISABLE_OAUTH=true");
        assertThat(refusal.problems())
                .extracting(Problem::name)
                .containsExactly("OAUTH_ISSUER", "OAUTH_JWE_PRIVATE_KEY");
    }

    @Test
    void anIssuer_protects() {
        assertThat(Written.minimal().read()).isInstanceOf(Settings.Protecting.class);
    }

    @Test
    void dangerouslyDisabled_passesThroughAndWarns() {
        Settings settings =
                Written.nothing().with("DANGEROUSLY_DISABLE_OAUTH", "TRUE").read();

        assertThat(settings).isInstanceOf(Settings.PassingThrough.class);
        assertThat(settings.warnings()).singleElement().asString().contains("DANGEROUSLY_DISABLE_OAUTH is true");
    }

    @Test
    void dangerouslyDisabledWithOtherSettings_warnsThatTheyAreNotUsed() {
        Settings settings = Written.nothing()
                .with("DANGEROUSLY_DISABLE_OAUTH", "true")
                .with("OAUTH_JWE_PRIVATE_KEY_PATH", "/nowhere")
                .with("SITE_NAME", "sales")
                .read();

        assertThat(settings.warnings())
                .anySatisfy(warning -> assertThat(warning).endsWith("OAUTH_JWE_PRIVATE_KEY, SITE_NAME."));
    }

    @Test
    void issuerAndDangerously_isRefused() {
        assertThat(Written.minimal().with("DANGEROUSLY_DISABLE_OAUTH", "true").problems())
                .extracting(Problem::name)
                .containsExactly("DANGEROUSLY_DISABLE_OAUTH");
    }

    @Test
    void authAndDangerously_isRefused() {
        assertThat(Written.nothing()
                        .with("DANGEROUSLY_DISABLE_OAUTH", "true")
                        .with("AUTH", "oauth")
                        .problems())
                .extracting(Problem::name)
                .containsExactly("AUTH");
    }

    @Test
    void dangerouslyFalse_protects() {
        assertThat(Written.minimal().with("DANGEROUSLY_DISABLE_OAUTH", "false").read())
                .isInstanceOf(Settings.Protecting.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "on", "truee"})
    void aFlagThatIsNeitherTrueNorFalse_isRefused(String text) {
        assertThat(Written.minimal().with("DANGEROUSLY_DISABLE_OAUTH", text).problems())
                .singleElement()
                .hasToString("environment variable DANGEROUSLY_DISABLE_OAUTH: '" + text
                        + "' is not a word that this setting takes. Write false or true.");
    }

    @Test
    void severalProblems_areReportedTogetherEachOnItsLine() {
        ConfigurationException refusal = Written.minimal()
                .with("TRANSPORT", "stdio")
                .with("OAUTH_CONSENT", "sometimes")
                .with("OAUTH_REFRESH_GRACE_MS", "-1")
                .with("SERVER", "tableau.example.org")
                .with("OAUTH_ISUER", "x")
                .refusal();

        assertThat(refusal.problems())
                .extracting(Problem::name)
                .containsExactly("TRANSPORT", "OAUTH_REFRESH_GRACE_MS", "OAUTH_CONSENT", "SERVER");
        assertThat(refusal.toString().lines())
                .hasSize(6)
                .first()
                .asString()
                .endsWith("The settings of Vizgate have 4 problems:");
        assertThat(refusal).hasMessageContaining("Warning: environment variable OAUTH_ISUER");
    }

    @Test
    void autoRegister_isReadWithoutTheRest() {
        assertThat(SettingsReader.autoRegister(List.of())).isTrue();
        assertThat(SettingsReader.autoRegister(List.of(Written.nothing().with("OAUTH_AUTO_REGISTER", "False"))))
                .isFalse();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        SettingsReader.autoRegister(List.of(Written.nothing().with("OAUTH_AUTO_REGISTER", "no"))));
    }

    @Test
    void toString_hasNoSecret() {
        Settings settings = Written.minimal()
                .with("OAUTH_CLIENT_ID_SECRET_PAIRS", "ci:sesame")
                .with("OAUTH_JWE_PRIVATE_KEY_PASSPHRASE", "sesame")
                .read();

        assertThat(settings.toString()).contains("ci").doesNotContain("sesame").doesNotContain("AAAA");
    }
}
