package org.vizgate.protocol;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointUrisTest {
    @Test
    void endpointsBelowAContextPath_areAbsolute() {
        EndpointUris uris = uris("https://gate.example:8443/app");

        assertThat(uris.authorize()).hasToString("https://gate.example:8443/app/oauth/authorize");
        assertThat(uris.consent()).hasToString("https://gate.example:8443/app/oauth/consent");
        assertThat(uris.token()).hasToString("https://gate.example:8443/app/oauth/token");
        assertThat(uris.register()).hasToString("https://gate.example:8443/app/oauth/register");
        assertThat(uris.revoke()).hasToString("https://gate.example:8443/app/oauth/revoke");
        assertThat(uris.jwks()).hasToString("https://gate.example:8443/app/oauth/jwks");
        assertThat(uris.origin()).isEqualTo("https://gate.example:8443");
        assertThat(uris.isHttps()).isTrue();
    }

    @Test
    void anIssuerAtTheRoot_hasItsEndpointsThere() {
        EndpointUris uris = uris("http://localhost:8080");

        assertThat(uris.isHttps()).isFalse();
        assertThat(uris.token()).hasToString("http://localhost:8080/oauth/token");
    }

    private static EndpointUris uris(String issuer) {
        return new EndpointUris(URI.create(issuer), URI.create(issuer + "/Callback"), "/oauth");
    }
}
