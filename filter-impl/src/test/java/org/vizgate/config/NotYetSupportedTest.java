package org.vizgate.config;

import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotYetSupportedTest {
    @ParameterizedTest
    @MethodSource("names")
    void anyUse_isRefusedAndNotShown(String name) {
        ConfigurationException refusal =
                Written.withServer().with(name, "sesame").refusal();

        assertThat(refusal.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.name()).isEqualTo(name);
            assertThat(problem.fault()).isEqualTo("is not yet supported");
        });
        assertThat(refusal).hasMessageNotContaining("sesame");
    }

    @Test
    void theDefault_isHarmless() {
        Written written = Written.withServer();
        Arrays.stream(SettingKey.values())
                .filter(SettingKey::isRefused)
                .forEach(key -> written.with(key.name(), key.defaultText()));

        assertThat(written.read().warnings()).isEmpty();
    }

    @Test
    void whatWouldBeHarmless_isSaid() {
        assertThat(Written.withServer().with("OAUTH_JCA_PROVIDER", "any").problems())
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("Remove it");
    }

    static Stream<String> names() {
        return Arrays.stream(SettingKey.values()).filter(SettingKey::isRefused).flatMap(SettingKey::names);
    }
}
