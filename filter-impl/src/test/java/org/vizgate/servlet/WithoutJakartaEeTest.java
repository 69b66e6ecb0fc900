package org.vizgate.servlet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A container without CDI and Jakarta Security does not notice that the jar knows them. */
class WithoutJakartaEeTest {
    // Whoever so much as loads one of these gets this error: what it extends is not there.
    @ParameterizedTest
    @ValueSource(strings = {"cdi.CallerExtension", "security.TableauAuthenticationMechanism"})
    void theOptionalClasses_cannotBeLoaded(String name) {
        assertThatThrownBy(() -> Class.forName("org.vizgate." + name))
                .isInstanceOf(NoClassDefFoundError.class)
                .hasMessageMatching("jakarta/(enterprise|security)/.*");
    }

    @Test
    void nobodyTries() {
        try (LogCapture log = LogCapture.ofEverything();
                TestContainer container = TestContainer.with(TestApp.ordinary(""))) {
            Wire.Answer answer = container.answerTo(Wire.get("/x").bearer(TestTokens.ordinary()));
            assertThat(answer.says("caller=user-luid")).isTrue();
            assertThat(log.text())
                    .contains("Vizgate protects /")
                    .doesNotContain("NoClassDefFoundError")
                    .doesNotContain("org.vizgate.cdi")
                    .doesNotContain("org.vizgate.security");
        }
    }
}
