package org.vizgate.accesstoken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AccessTokenClaimsTest {
    @ParameterizedTest
    @CsvSource({
        "https://h,            https://h,            true",
        "https://h/,           https://h,            true",
        "https://h,            https://h/,           true",
        "https://h:8443/,      https://h:8443,       true",
        "http://[::1]:80/,     http://[::1]:80,      true",
        "https://h/a,          https://h/a,          true",
        "https://h/a/,         https://h/a,          false",
        "https://h/a,          https://h/a/,         false",
        "https://h/a,          https://h,            false",
        "https://h,            https://h/a,          false",
        "https://h//,          https://h,            false",
        "https://h//,          https://h/,           false",
        "https://h?q/,         https://h?q,          false",
        "https://h#f/,         https://h#f,          false",
        "https://H/,           https://h/,           false",
        "https:///,            https://,             false",
        "urn:x/,               urn:x,                false",
        "/,                    '',                   false",
    })
    void anAudience_isComparedExactlyButForAHostsSlash(String audience, String resource, boolean same) {
        assertThat(TestClaims.forAudience("other", audience).isFor(resource)).isEqualTo(same);
    }

    @Test
    void theEarlierOfTwoEnds_counts() {
        assertThat(TestClaims.ordinary().usableUntil()).isEqualTo(TestClaims.NOW.plus(TestClaims.LIFE));
        assertThat(TestClaims.withoutTableau().usableUntil()).isEqualTo(TestClaims.NOW.plus(TestClaims.LIFE));
    }
}
