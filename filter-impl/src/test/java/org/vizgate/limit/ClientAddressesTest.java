package org.vizgate.limit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.LogCapture;

import static org.assertj.core.api.Assertions.assertThat;

/** The trusted proxies are 10.0.0.0/8 and fd00::/8, and the request comes from one of them unless the test says otherwise. */
class ClientAddressesTest {
    private static final String PROXY = "10.0.0.1";

    private final ClientAddresses addresses =
            new ClientAddresses(List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("fd00::/8")));

    @Test
    void withoutAHeader_itIsThePeer() {
        assertThat(client("203.0.113.9", Map.of())).isEqualTo("203.0.113.9");
        assertThat(client(PROXY, Map.of())).isEqualTo(PROXY);
    }

    @Test
    void aHeaderOfAPeerThatIsNotTrusted_isIgnored() {
        assertThat(client("203.0.113.9", usual("198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(client("203.0.113.9", standard("for=198.51.100.1"))).isEqualTo("203.0.113.9");
    }

    @Test
    void withoutTrustedProxies_everyHeaderIsIgnored() {
        assertThat(new ClientAddresses(List.of()).of("127.0.0.1", headers(usual("198.51.100.1"))))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1|198.51.100.1",
                "1.1.1.1, 198.51.100.1|198.51.100.1",
                "1.1.1.1, 198.51.100.1, 10.9.9.9|198.51.100.1",
                "198.51.100.1,10.9.9.9 , fd00::1|198.51.100.1",
                "10.1.1.1, 10.2.2.2|10.1.1.1",
                "198.51.100.1:5678|198.51.100.1",
                "[2001:db8::1]:443|2001:db8:0:0:0:0:0:1",
                "2001:db8::1|2001:db8:0:0:0:0:0:1",
                "::ffff:198.51.100.1|198.51.100.1"
            })
    void theLastThatIsNotTrusted_isTheClient(String header, String client) {
        assertThat(client(PROXY, usual(header))).isEqualTo(client);
    }

    @Test
    void severalLines_areOneList() {
        assertThat(client(PROXY, Map.of("x-forwarded-for", List.of("1.1.1.1", "198.51.100.1, 10.9.9.9"))))
                .isEqualTo("198.51.100.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=198.51.100.1|198.51.100.1",
                "For=\"198.51.100.1:47\";proto=https;by=10.0.0.1|198.51.100.1",
                "for=1.1.1.1, for=198.51.100.1;host=a.example, for=10.9.9.9|198.51.100.1",
                "for=\"[2001:db8::1]\"|2001:db8:0:0:0:0:0:1",
                "proto=http;for=\"[2001:db8::1]:4711\"|2001:db8:0:0:0:0:0:1",
                "host=\"a,b;for=1.1.1.1\";for=198.51.100.1|198.51.100.1"
            })
    void theStandardHeader_isRead(String header, String client) {
        assertThat(client(PROXY, standard(header))).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "198.51.100.1,",
                "unknown",
                "_hidden",
                "client.example",
                "198.51.100",
                "198.51.100.1.1",
                "1.1.1.1, garbage",
                "<script>",
                "198.51.100.1 10.0.0.2",
                "[198.51.100.1",
                "2130706433",
                "1.1.1.1,\u0000"
            })
    void whereTheUsualHeaderIsUnreadable_itIsTheProxy(String header) {
        assertThat(client(PROXY, usual(header))).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "for",
                "for=",
                "for=unknown",
                "for=\"_gazonk\"",
                "for=\"198.51.100.1",
                "for=198.51.100.1,",
                "for=198.51.100.1;",
                "for=1.1.1.1 for=2.2.2.2",
                "by=198.51.100.1",
                "for=\"[2001:db8::1\"",
                "for=1.1.1.1, proto=https",
                "for=1.1.1.1, \"for=198.51.100.1"
            })
    void whereTheStandardHeaderIsUnreadable_itIsTheProxy(String header) {
        assertThat(client(PROXY, standard(header))).isEqualTo(PROXY);
    }

    @Test
    void anUnreadableHop_isNotLookedPast() {
        assertThat(client(PROXY, usual("198.51.100.1, unknown, 10.9.9.9"))).isEqualTo("10.9.9.9");
    }

    // The proxy writes one of them; the other one may be the client's own.
    @Test
    void twoHeadersThatDiffer_areNotBelieved() {
        assertThat(client(
                        PROXY,
                        Map.of(
                                "x-forwarded-for", List.of("198.51.100.1"),
                                "forwarded", List.of("for=198.51.100.2"))))
                .isEqualTo(PROXY);
        assertThat(client(
                        PROXY,
                        Map.of(
                                "x-forwarded-for", List.of("198.51.100.1"),
                                "forwarded", List.of("for=198.51.100.1;proto=https"))))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void aPeerThatIsNoAddress_staysAsItIs() {
        assertThat(client("/run/app.sock", usual("198.51.100.1"))).isEqualTo("/run/app.sock");
    }

    @Test
    void aPeerThatForwardsAndIsNotTrusted_isNamedOnce() {
        try (LogCapture log = LogCapture.ofEverything()) {
            client("203.0.113.9", Map.of());
            assertThat(log.text()).doesNotContain("OAUTH_TRUSTED_PROXIES");

            client("203.0.113.9", usual("198.51.100.1"));
            client("203.0.113.10", usual("198.51.100.1"));
            assertThat(log.text()).containsOnlyOnce("OAUTH_TRUSTED_PROXIES");
        }
    }

    @Test
    void aTrustedProxy_isNotWarnedOf() {
        try (LogCapture log = LogCapture.ofEverything()) {
            client(PROXY, usual("198.51.100.1"));

            assertThat(log.text()).doesNotContain("OAUTH_TRUSTED_PROXIES");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1, 198.51.100.1",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:3::, 2001:db8:1:3:0:0:0:0/64",
        "/run/app.sock, /run/app.sock"
    })
    void aParty_hasOneIpv4AddressOr64BitsOfIpv6(String address, String party) {
        assertThat(ClientAddresses.party(address)).isEqualTo(party);
    }

    private String client(String peer, Map<String, List<String>> headers) {
        return addresses.of(peer, headers(headers));
    }

    private static Function<String, List<String>> headers(Map<String, List<String>> headers) {
        return name -> headers.getOrDefault(name, List.of());
    }

    private static Map<String, List<String>> usual(String text) {
        return Map.of("x-forwarded-for", List.of(text));
    }

    private static Map<String, List<String>> standard(String text) {
        return Map.of("forwarded", List.of(text));
    }
}
