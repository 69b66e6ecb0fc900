package org.vizgate.sample.launcher;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OptionsTest {
    @Test
    void noArguments_giveTheDefaults() throws OptionsException {
        assertThat(parse()).isEqualTo(new Options("127.0.0.1", 8080, 8090, false, "/", List.of(), Map.of(), false));
    }

    @Test
    void allOptions_areRead() throws OptionsException {
        assertThat(parse(
                        "--host",
                        "::1",
                        "--port",
                        "0",
                        "--tableau-port",
                        "65535",
                        "--tableau-control",
                        "--context-path",
                        "/a/b",
                        "--set",
                        "SITE_NAME=sales",
                        "--help"))
                .isEqualTo(new Options("::1", 0, 65_535, true, "/a/b", List.of(), Map.of("SITE_NAME", "sales"), true));
    }

    @Test
    void settings_mayRepeatAndContainEqualsSigns() throws OptionsException {
        assertThat(parse("--set", "A=1", "--set", "B=x=y", "--set", "A=2", "--set", "C=")
                        .settings())
                .containsOnly(Map.entry("A", "2"), Map.entry("B", "x=y"), Map.entry("C", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "8080.0", "99999999999"})
    void aPortOutOfRange_isRefusedByName(String port) {
        assertThatThrownBy(() -> parse("--port", port))
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("--port")
                .hasMessageContaining(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample", "/sample/", "//", "/a//b", "/a b", "/..", "/a/../b", "/a?b", "/%2e"})
    void aContextPathThatNeedsEscaping_isRefused(String path) {
        assertThatThrownBy(() -> parse("--context-path", path))
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("--context-path");
    }

    @Test
    void aSettingWithoutName_isRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> parse("--set", "=hunter2"))
                .isInstanceOf(OptionsException.class)
                .hasMessageContaining("NAME=VALUE")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth", "pat", "username-password", "direct-trust", "uat"})
    void auth_isTheSettingOfThisName(String mode) throws OptionsException {
        assertThat(parse("--auth", mode).settings()).containsOnly(Map.entry("AUTH", mode));
    }

    @Test
    void anUnknownAuth_isRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> parse("--auth", "kerberos"))
                .hasMessageContaining("oauth, pat, username-password, direct-trust or uat")
                .hasMessageContaining("kerberos");
    }

    @Test
    void anOptionWithoutValue_isRefused() {
        assertThatThrownBy(() -> parse("--host")).hasMessage("--host needs a value");
        assertThatThrownBy(() -> parse("--host", "--port")).hasMessageContaining("--host needs a value");
    }

    @Test
    void anUnknownOption_isRefusedByName() {
        assertThatThrownBy(() -> parse("--prot", "1")).hasMessage("unknown option --prot");
    }

    private static Options parse(String... arguments) throws OptionsException {
        return Options.parse(List.of(arguments));
    }
}
