package org.vizgate.accesstoken;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.vizgate.json.Json;
import org.vizgate.json.MalformedJsonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServersTest {
    private final Servers servers = new Servers();

    @Test
    void theSameServer_isOneObject() {
        assertThat(read("https://tableau.example")).isSameAs(read("https://tableau.example"));
    }

    /** Anybody can write an unsigned token: it must not lend its server to others, nor borrow one. */
    @Test
    void eachToken_hasTheServerThatItNames() {
        read("https://tableau.example");

        assertThat(read("https://tableau.example.evil.example")).hasHost("tableau.example.evil.example");
        assertThat(read("https://TABLEAU.example")).hasToString("https://TABLEAU.example");
        assertThat(read("https://tableau.example")).hasToString("https://tableau.example");
    }

    @Test
    void whatIsNoUri_isRefused_andForgotten() {
        assertThatThrownBy(() -> read("https://tableau example")).isInstanceOf(MalformedJsonException.class);

        assertThat(read("https://tableau.example")).hasHost("tableau.example");
    }

    private URI read(String server) {
        return servers.read(new Json().read("{\"tableauServer\":\"" + server + "\"}"));
    }
}
