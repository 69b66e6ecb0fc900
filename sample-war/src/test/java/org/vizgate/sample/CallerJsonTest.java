package org.vizgate.sample;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallerJsonTest {
    @Test
    void aCaller_isToldEverythingButTheTokens() {
        assertThat(CallerJson.of(TestCaller.ordinary()).toString()).isEqualTo("""
                {"user":{"id":"7d0c3a52-1111-4f6e-9b1a-0a0b0c0d0e0f","name":"jo@corp.example"},\
                "site":{"id":"5b1f6a0e-2222-4c3d-8e9f-102030405060","contentUrl":"sales"},\
                "server":"http://127.0.0.1:9","client":"client",\
                "scopes":["tableau:content:read","tableau:views:embed"],"expiresAt":"2026-11-21T12:00:00Z"}""");
    }

    @Test
    void aNameWithQuotes_staysOneName() {
        TestCaller caller =
                TestCaller.of("\",\"admin\":\"", TestCaller.ordinary().server());

        assertThat(CallerJson.of(caller).getJsonObject("user").getString("name"))
                .isEqualTo("\",\"admin\":\"");
        assertThat(CallerJson.of(caller).getJsonObject("user")).containsOnlyKeys("id", "name");
    }
}
