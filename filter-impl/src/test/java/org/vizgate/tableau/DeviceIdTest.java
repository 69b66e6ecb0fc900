package org.vizgate.tableau;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceIdTest {
    @Test
    void rfc9562AppendixA4() {
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(DeviceId.version5(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void aName_alwaysHasTheSameIdentifier() {
        assertThat(DeviceId.of("Sales (web)")).isEqualTo(DeviceId.of("Sales (web)"));
        assertThat(DeviceId.of("Sales (web)")).isNotEqualTo(DeviceId.of("Sales"));
        assertThat(DeviceId.of("Sales").version()).isEqualTo(5);
    }
}
