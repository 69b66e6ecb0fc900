package org.vizgate.limit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 10.0.0.1, true",
        "10.0.0.1, 10.0.0.2, false",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "192.0.2.4/31, 192.0.2.5, true",
        "192.0.2.4/31, 192.0.2.6, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true",
        "::ffff:10.0.0.1, 10.0.0.1, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "2001:db8::/32, 2001:db8:ffff::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "fe80::/10, fe80::1%eth0, true",
        "::/0, 2001:db8::1, true",
        "::/0, 10.0.0.1, false"
    })
    void aRange_hasTheAddressesWithItsBits(String range, String address, boolean isInside) {
        assertThat(AddressRange.parse(range).contains(Addresses.parse(address).orElseThrow()))
                .isEqualTo(isInside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "proxy.example",
                "10.0.0",
                "10.0.0.256",
                "010.0.0.1",
                "10.0.0.1/",
                "10.0.0.1/33",
                "10.0.0.1/-1",
                "10.0.0.1/8",
                "2001:db8::1/32",
                "2001:db8::/129",
                "10.0.0.0/255.0.0.0",
                "1::2::3",
                ":",
                "2130706433",
                "0x7f.0.0.1",
                "10.0.0.1/8/8",
                "12345::"
            })
    void whatIsNoRange_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }
}
