package org.vizgate.client;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/client.json",
                "https://a.b-c.example/x/y/",
                "https://xn--bcher-kva.example/a",
                "https://client.example/~a/%41",
                "https://client.example:8443/a"
            })
    void anAddress_isOne(String id) {
        assertThat(DocumentAddress.parse(id))
                .hasValueSatisfying(address -> assertThat(address.uri()).hasToString(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://client.example/a",
                "HTTPS://client.example/a",
                "https:client.example/a",
                "https:///a",
                "https://client.example",
                "https://client.example/",
                "https://client.example/a#",
                "ftp://a.example/a",
                "https://client.example/a#b",
                "https://client.example/a?b=c",
                "https://client.example/a?",
                "https://user@client.example/a",
                "https://user:pass@client.example/a",
                "https://@client.example/a",
                "https://client.example@10.0.0.1/a",
                "https://client.example\\@evil.example/a",
                "https://client.example/a/../b",
                "https://client.example/./a",
                "https://client.example/a/..",
                "https://client.example//a",
                "https://client.example/a//b",
                "https://client.example/%2e%2e/a",
                "https://client.example/%2E/a",
                "https://client.example/a%2fb",
                "https://client.example/a%5Cb",
                "https://client.example/a%",
                "https://client.example/a%00",
                "https://client.example/a b",
                "https://client.example/\u00e9",
                "https://cl\u0456ent.example/a",
                "https://client.example/a\n",
                "https://CLIENT.example/a",
                "https://client.example./a",
                "https://client_1.example/a",
                "https://-client.example/a",
                "https://.example/a",
                "https://client..example/a",
                "https://client.example:/a",
                "https://client.example:443/a",
                "https://client.example:0/a",
                "https://client.example:00443/a",
                "https://client.example:65536/a",
                "https://client.example:99999/a"
            })
    void whatIsWrongOrCanBeReadInTwoWays_isNone(String id) {
        assertThat(DocumentAddress.parse(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "8.8.8.8",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.1",
                "0177.0.0.1",
                "0x7f.0x0.0x0.0x1",
                "127.0.0.1.",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[fe80::1%25eth0]",
                "[2606:4700::1111]",
                "a.0x7f",
                "a.1"
            })
    void aHostThatIsAnAddress_isNone(String host) {
        assertThat(DocumentAddress.parse("https://" + host + "/a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "intranet", "metadata"})
    void aHostWithoutADomain_isNone(String host) {
        assertThat(DocumentAddress.parse("https://" + host + "/a")).isEmpty();
    }

    @Test
    void aLongId_isNone() {
        String longest = "https://client.example/" + "a".repeat(500 - 23);

        assertThat(DocumentAddress.parse(longest)).isPresent();
        assertThat(DocumentAddress.parse(longest + "a")).isEmpty();
    }

    @Test
    void anIdOfManyLabels_isReadAtOnce() {
        assertThat(DocumentAddress.parse("https://" + "a.".repeat(240) + "1/a")).isEmpty();
    }

    @Test
    void anyHost_isAtItsUsualPort() {
        ClientMetadataPolicy any = ClientMetadataPolicy.any();

        assertThat(any.admits(DocumentAddress.parse("https://client.example/a").orElseThrow()))
                .isTrue();
        assertThat(any.admits(
                        DocumentAddress.parse("https://client.example:8443/a").orElseThrow()))
                .isFalse();
    }

    @Test
    void anAllowList_meansHostAndPortExactly() {
        ClientMetadataPolicy some = new ClientMetadataPolicy(Set.of("client.example", "other.example:8443"));

        assertThat(some.admits(DocumentAddress.parse("https://client.example/a").orElseThrow()))
                .isTrue();
        assertThat(some.admits(
                        DocumentAddress.parse("https://other.example:8443/a").orElseThrow()))
                .isTrue();
        assertThat(some.admits(DocumentAddress.parse("https://other.example/a").orElseThrow()))
                .isFalse();
        assertThat(some.admits(
                        DocumentAddress.parse("https://client.example:8443/a").orElseThrow()))
                .isFalse();
        assertThat(some.admits(
                        DocumentAddress.parse("https://evil.client.example/a").orElseThrow()))
                .isFalse();
    }
}
