package org.vizgate.crypto;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PkceTest {
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void rfc7636AppendixB() {
        assertThat(Pkce.challengeOf(VERIFIER)).isEqualTo(CHALLENGE);
        assertThat(Pkce.proves(VERIFIER, CHALLENGE)).isTrue();
    }

    @Test
    void anotherVerifier_provesNothing() {
        assertThat(Pkce.proves(VERIFIER.replace('d', 'e'), CHALLENGE)).isFalse();
    }

    @Test
    void theChallengeItself_provesNothing() {
        assertThat(Pkce.proves(CHALLENGE, CHALLENGE)).isFalse();
    }

    @Test
    void aVerifierOutsideTheLengthsOfSection41_provesNothing() {
        String tooShort = "a".repeat(42);
        String tooLong = "a".repeat(129);

        assertThat(Pkce.proves(tooShort, Pkce.challengeOf(tooShort))).isFalse();
        assertThat(Pkce.proves(tooLong, Pkce.challengeOf(tooLong))).isFalse();
        assertThat(Pkce.proves("a".repeat(128), Pkce.challengeOf("a".repeat(128))))
                .isTrue();
    }

    @Test
    void aChallenge_is32BytesInBase64url() {
        assertThat(Pkce.isChallenge(CHALLENGE)).isTrue();
        assertThat(Pkce.isChallenge(CHALLENGE + "=")).isFalse();
        assertThat(Pkce.isChallenge(CHALLENGE.replace('-', '+'))).isFalse();
        assertThat(Pkce.isChallenge("")).isFalse();
    }
}
