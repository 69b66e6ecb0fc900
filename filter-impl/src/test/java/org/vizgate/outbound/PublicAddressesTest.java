package org.vizgate.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.OutboundException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vizgate.outbound.TestFailures.failureOf;

@Timeout(20)
class PublicAddressesTest {
    private static final HttpSender.Options OPTIONS =
            new HttpSender.Options(Duration.ofSeconds(5), 5_120, Optional.empty(), false, Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.0.170",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255"
            })
    void specialIpv4_isNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "169.253.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.0.1",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.254"
            })
    void otherIpv4_isPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "::",
                "::1",
                "::127.0.0.1",
                "::8.8.8.8",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "::ffff:0:127.0.0.1",
                "64:ff9b::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::8.8.8.8",
                "64:ff9b:0:0:1::8.8.8.8",
                "100::1",
                "2001::1",
                "2001:0:4136:e378::1",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "fd00:ec2::254",
                "ff02::1",
                "ff0e::1"
            })
    void specialIpv6_isNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2606:4700::1111",
                "2a00:1450:4001::200e",
                "2001:200::1",
                "2001:4860:4860::8888",
                "64:ff9b::8.8.8.8",
                "::ffff:8.8.8.8"
            })
    void otherIpv6_isPublic(String address) throws Exception {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    // Java makes IPv4 of a mapped address by itself; a resolver of another make may not.
    @Test
    void aMappedAddressThatStayedIpv6_isNotPublic() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;

        assertThat(PublicAddresses.isPublic(java.net.Inet6Address.getByAddress(null, mapped, -1)))
                .isFalse();
    }

    @Test
    void aNameWithOnePublicAndOnePrivateAddress_isRefused() {
        PublicAddresses names = new PublicAddresses(new FixedNames("8.8.8.8", "10.0.0.1"));

        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> names.resolve("client.example"));
    }

    @Test
    void aNameWithPublicAddresses_hasAllOfThem() throws Exception {
        assertThat(new PublicAddresses(new FixedNames("8.8.8.8", "2606:4700::1111")).resolve("client.example"))
                .hasSize(2);
    }

    @Test
    void aNameWithoutAddress_isRefused() {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> new PublicAddresses(new FixedNames()).resolve("client.example"));
    }

    @Test
    void aNameOfThisComputer_isNotConnectedTo() throws Exception {
        FixedNames names = new FixedNames("127.0.0.1");
        try (HttpSender sender = new HttpSender(OPTIONS, ExchangeObserver.NONE, () -> new PublicAddresses(names));
                LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"))) {
            OutboundException failure = failureOf(sender, URI.create("http://client.example:" + server.port() + "/a"));

            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(server.received()).isEmpty();
            assertThat(names.asked).containsExactly("client.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "localhost"})
    void thisComputerByAddress_isNotConnectedTo(String host) throws Exception {
        try (HttpSender sender = HttpSender.toPublicHosts(OPTIONS, ExchangeObserver.NONE);
                LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"))) {
            assertThat(failureOf(sender, URI.create("http://" + host + ":" + server.port() + "/a"))
                            .kind())
                    .isEqualTo(Kind.UNREACHABLE);
            assertThat(server.received()).isEmpty();
        }
    }

    // What was looked at is what is connected to: a second answer of the name server would come too late.
    @Test
    void aName_isLookedUpOnceForItsConnection() throws Exception {
        FixedNames names = new FixedNames("127.0.0.1");
        try (HttpSender sender = new HttpSender(OPTIONS, ExchangeObserver.NONE, () -> names);
                LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"))) {
            OutboundRequest request =
                    OutboundRequest.get(URI.create("http://client.example:" + server.port() + "/a"), Map.of());
            sender.send(request);

            assertThat(names.asked).containsExactly("client.example");
        }
    }

    @Test
    void aProxy_isRefused() {
        HttpSender.Options withProxy = new HttpSender.Options(
                Duration.ofSeconds(5), 5_120, Optional.empty(), false, Optional.of(URI.create("http://proxy:3128")));

        assertThatThrownBy(() -> HttpSender.toPublicHosts(withProxy, ExchangeObserver.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
