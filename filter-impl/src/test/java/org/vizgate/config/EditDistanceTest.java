package org.vizgate.config;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EditDistanceTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', AB, 2",
        "ISSUER, ISSUER, 0",
        "ISUER, ISSUER, 1",
        "ISSSUER, ISSUER, 1",
        "ISSUAR, ISSUER, 1",
        "ISSEUR, ISSUER, 1",
        "KITTEN, SITTING, 3"
    })
    void distance_countsLettersThatChange(String one, String other, int distance) {
        assertThat(EditDistance.between(one, other)).isEqualTo(distance);
        assertThat(EditDistance.between(other, one)).isEqualTo(distance);
    }
}
