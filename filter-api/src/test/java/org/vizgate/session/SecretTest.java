package org.vizgate.session;

import java.io.Serializable;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretTest {
    @Test
    void toString_hidesTheText() {
        assertThat(Secret.of("hunter2")).hasToString("[secret]");
        assertThat(new SessionHeader("X-Tableau-Auth", Secret.of("hunter2")).toString())
                .doesNotContain("hunter2");
    }

    @Test
    void reveal_isTheText() {
        assertThat(Secret.of("hunter2").reveal()).isEqualTo("hunter2");
    }

    @Test
    void equality_isOfTheText() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
    }

    @Test
    void isEmpty_isOfTheText() {
        assertThat(Secret.of("").isEmpty()).isTrue();
        assertThat(Secret.of("a").isEmpty()).isFalse();
    }

    /** A container that saves or replicates sessions must not be able to write one. */
    @Test
    void aSecret_isNotSerializable() {
        assertThat(Secret.of("a")).isNotInstanceOf(Serializable.class);
    }
}
