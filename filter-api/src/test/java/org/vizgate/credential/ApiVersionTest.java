package org.vizgate.credential;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiVersionTest {
    @Test
    void versions_areTwoNumbersAndNoFraction() {
        assertThat(ApiVersion.of("3.10")).isGreaterThan(ApiVersion.of("3.9"));
        assertThat(ApiVersion.of("4.0")).isGreaterThan(ApiVersion.of("3.29"));
        assertThat(ApiVersion.of("3.6").isAtLeast(ApiVersion.of("3.6"))).isTrue();
        assertThat(ApiVersion.of("3.6").isAtLeast(ApiVersion.of("3.10"))).isFalse();
        assertThat(ApiVersion.of("3.27")).hasToString("3.27");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3.", "3.1.4", "v3.1", "3.-1", "3.1 ", "9999.1"})
    void otherTexts_areNoVersions(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ApiVersion.of(text));
    }
}
