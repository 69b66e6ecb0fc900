package org.vizgate.tableau;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.JwtExtras;
import org.vizgate.jose.TestKeys;
import org.vizgate.session.Secret;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The JWT of a connected app, row by row as Tableau asks for it. */
class DirectTrustJwtTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    private static final ConnectedApp APP =
            new ConnectedApp("client-id", "secret-id", Secret.of("ünder 256 bit"), "Jo");

    private final SignInJwts jwts = new SignInJwts(TestKeys.JSON, TestKeys.RANDOM, new SetClock(NOW));
    private final ReadJwt plain = ReadJwt.of(jwts.directTrust(APP));

    @Test
    void header_alg_isHs256_underTheSecretsCharacters() {
        assertThat(plain.header().text("alg")).contains("HS256");
        assertThat(plain.signature()).isEqualTo(plain.hmac("ünder 256 bit"));
    }

    @Test
    void header_typ_isJwt() {
        assertThat(plain.header().text("typ")).contains("JWT");
    }

    @Test
    void header_kid_isTheSecretsId() {
        assertThat(plain.header().text("kid")).contains("secret-id");
    }

    @Test
    void header_iss_isTheClientId() {
        assertThat(plain.header().text("iss")).contains("client-id");
    }

    @Test
    void header_hasNothingElse() {
        assertThat(plain.header().names()).containsExactlyInAnyOrder("alg", "typ", "kid", "iss");
    }

    @Test
    void iss_isTheClientId() {
        assertThat(plain.claims().text("iss")).contains("client-id");
    }

    @Test
    void sub_isTheUserNameAsItIsWritten() {
        assertThat(plain.claims().text("sub")).contains("Jo");
    }

    @Test
    void aud_isTheTextTableau() {
        assertThat(plain.claims().text("aud")).contains("tableau");
    }

    @Test
    void exp_isAtMostTenMinutesAfterIssue() {
        Instant issued = plain.claims().instant("iat").orElseThrow();
        Instant end = plain.claims().instant("exp").orElseThrow();

        assertThat(end).isEqualTo(NOW.plusSeconds(300)).isBeforeOrEqualTo(issued.plusSeconds(600));
    }

    @Test
    void iatAndNbf_areALittleBefore_forClocksThatDiffer() {
        assertThat(plain.claims().instant("iat")).contains(NOW.minusSeconds(10));
        assertThat(plain.claims().instant("nbf")).contains(NOW.minusSeconds(10));
    }

    @Test
    void jti_isAnotherUuidEachTime_alsoInOneSecond() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String id = ReadJwt.of(jwts.directTrust(APP)).claims().requiredText("jti");
            assertThat(UUID.fromString(id).version()).isEqualTo(4);
            assertThat(seen.add(id)).isTrue();
        }
    }

    @Test
    void scp_isAnArray() {
        ConnectedApp scoped = APP.withScopes("tableau:content:read", "tableau:views:download");

        assertThat(ReadJwt.of(jwts.directTrust(scoped)).claims().texts("scp"))
                .contains(List.of("tableau:content:read", "tableau:views:download"));
        assertThat(plain.claims().has("scp")).isFalse();
    }

    @Test
    void furtherMembers_areAttributesAndOnDemandAccess() {
        JwtExtras extras = JwtExtras.none().withAttribute("Region", "East").withOnDemandAccess("Sales", "All");
        ReadJwt jwt = ReadJwt.of(jwts.directTrust(APP.with(extras)));

        assertThat(jwt.claims().text("Region")).contains("East");
        assertThat(jwt.claims().flag("https://tableau.com/oda")).contains(true);
        assertThat(jwt.claims().texts("https://tableau.com/groups")).contains(List.of("Sales", "All"));
    }

    @Test
    void withoutExtras_thereAreNoFurtherMembers() {
        assertThat(plain.claims().names()).containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "nbf", "exp", "jti");
    }
}
