package org.vizgate.sample.launcher;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleDefaultsTest {
    private static final URI BASE = URI.create("http://127.0.0.1:8080/sample");
    private static final URI STAND_IN = URI.create("http://127.0.0.1:8090");

    @Test
    void nothingGiven_describesTheSampleItself() {
        SampleDefaults defaults = given(Map.of(), Map.of());

        assertThat(defaults.needsStandIn()).isTrue();
        assertThat(defaults.needsKey()).isTrue();
        assertThat(defaults.withStandIn(STAND_IN, Map.of()).withKey("pem").contextParameters(BASE))
                .containsOnly(
                        Map.entry("SERVER", "http://127.0.0.1:8090"),
                        Map.entry("OAUTH_ISSUER", "http://127.0.0.1:8080/sample"),
                        Map.entry(
                                "OAUTH_RESOURCE_URI", "http://127.0.0.1:8080/sample,http://127.0.0.1:8080/sample/mcp"),
                        Map.entry("OAUTH_JWE_PRIVATE_KEY", "pem"),
                        Map.entry("OAUTH_PUBLIC_PATHS", "/, /index.html, /assets/*"));
    }

    @Test
    void aServerFromAnySource_needsNoStandIn() {
        assertThat(given(Map.of("SERVER", "https://online.tableau.com"), Map.of())
                        .needsStandIn())
                .isFalse();
        assertThat(given(Map.of(), Map.of("SERVER", "https://tableau.example.com"))
                        .needsStandIn())
                .isFalse();
        assertThat(given(Map.of(), Map.of("VIZGATE_SERVER", "https://tableau.example.com"))
                        .needsStandIn())
                .isFalse();
    }

    @Test
    void aBlankServer_countsAsNoneAndIsOverridden() {
        for (Map<String, String> environment :
                List.of(Map.of("SERVER", ""), Map.of("VIZGATE_SERVER", " ", "SERVER", "x"))) {
            SampleDefaults defaults = given(Map.of(), environment);

            assertThat(defaults.needsStandIn()).isTrue();
            assertThat(defaults.withStandIn(STAND_IN, Map.of()).systemProperties())
                    .containsOnly(Map.entry("VIZGATE_SERVER", "http://127.0.0.1:8090"));
        }
    }

    @Test
    void aBlankKey_countsAsNoneAndIsOverridden() {
        SampleDefaults defaults = given(Map.of(), Map.of("OAUTH_JWE_PRIVATE_KEY", ""));

        assertThat(defaults.needsKey()).isTrue();
        assertThat(defaults.withKey("pem").systemProperties()).containsOnly(Map.entry("OAUTH_JWE_PRIVATE_KEY", "pem"));
    }

    @Test
    void nothingBlank_needsNoSystemProperty() {
        assertThat(given(Map.of(), Map.of())
                        .withStandIn(STAND_IN, Map.of())
                        .withKey("pem")
                        .systemProperties())
                .isEmpty();
    }

    @Test
    void aBlankSystemProperty_hidesTheEnvironment() {
        assertThat(given(Map.of("SERVER", ""), Map.of("SERVER", "https://tableau.example.com"))
                        .needsStandIn())
                .isTrue();
    }

    @Test
    void aKeyFromAnySource_isNotReplaced() {
        assertThat(given(Map.of("OAUTH_JWE_PRIVATE_KEY", "pem"), Map.of()).needsKey())
                .isFalse();
        assertThat(given(Map.of(), Map.of("OAUTH_JWE_PRIVATE_KEY_PATH", "/key.pem"))
                        .needsKey())
                .isFalse();
        assertThat(given(Map.of(), Map.of("OAUTH_JWE_PRIVATE_KEY_FILE", "/key.pem"))
                        .needsKey())
                .isFalse();
    }

    @Test
    void aGivenIssuer_namesTheResources() {
        Map<String, String> parameters = given(Map.of("OAUTH_ISSUER", "https://apps.example.com/x"), Map.of())
                .contextParameters(BASE);

        assertThat(parameters)
                .containsEntry("OAUTH_RESOURCE_URI", "https://apps.example.com/x,https://apps.example.com/x/mcp")
                .doesNotContainKeys("SERVER", "OAUTH_JWE_PRIVATE_KEY");
    }

    @Test
    void theGateSwitchedOff_getsNoIssuerThatWouldContradictIt() {
        SampleDefaults defaults = given(Map.of("DANGEROUSLY_DISABLE_OAUTH", "true"), Map.of());

        assertThat(defaults.needsKey()).isFalse();
        assertThat(defaults.withStandIn(STAND_IN, Map.of()).contextParameters(BASE))
                .containsOnlyKeys("SERVER", "OAUTH_PUBLIC_PATHS");
    }

    @Test
    void whatTheStandInNeeds_isTold() {
        SampleDefaults defaults = given(Map.of("AUTH", "pat"), Map.of());

        assertThat(defaults.withStandIn(STAND_IN, Map.of("PAT_NAME", "sample-token"))
                        .contextParameters(BASE))
                .containsEntry("SERVER", STAND_IN.toString())
                .containsEntry("PAT_NAME", "sample-token");
    }

    @Test
    void theMode_comesFromAnySource() {
        assertThat(given(Map.of(), Map.of()).signInMode()).isEqualTo(SignInMode.OAUTH);
        assertThat(given(Map.of("AUTH", "PAT"), Map.of("AUTH", "uat")).signInMode())
                .isEqualTo(SignInMode.PAT);
        assertThat(given(Map.of("AUTH", "pat"), Map.of("VIZGATE_AUTH", "uat")).signInMode())
                .isEqualTo(SignInMode.UAT);
        // The gate says what is wrong with it.
        assertThat(given(Map.of("AUTH", "kerberos"), Map.of()).signInMode()).isEqualTo(SignInMode.OAUTH);
    }

    private static SampleDefaults given(Map<String, String> systemProperties, Map<String, String> environment) {
        return new SampleDefaults(new GivenSettings(systemProperties::get, environment));
    }
}
