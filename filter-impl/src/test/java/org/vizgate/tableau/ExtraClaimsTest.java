package org.vizgate.tableau;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.jose.TestKeys;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ExtraClaimsTest {
    private static final ConnectedApp APP = new ConnectedApp("client", "id", Secret.of("SECRET"), "jo");
    private static final UnifiedAccess ACCESS =
            new UnifiedAccess("tenant", "issuer", SigningKey.ofPem(Secret.of("SECRET")), "jo");

    @Test
    void userAttributes_areAnyJson() {
        ConnectedApp app = (ConnectedApp)
                added("{\"Region\":[\"East\",\"West\"],\"Level\":3,\"Where\":{\"Floor\":true},\"Nothing\":null}");

        assertThat(app.extras().attributes())
                .containsExactly(
                        Map.entry("Region", List.of("East", "West")),
                        Map.entry("Level", BigInteger.valueOf(3)),
                        Map.entry("Where", Map.of("Floor", true)));
    }

    @Test
    void whatTableauHasNamesFor_isUnderstood() {
        UnifiedAccess access = (UnifiedAccess) ExtraClaims.added(
                ACCESS,
                "{\"https://tableau.com/oda\":true,\"https://tableau.com/groups\":[\"Sales\"],"
                        + "\"https://tableau.com/siteId\":\"site-luid\"}",
                TestKeys.JSON);

        assertThat(access.extras().onDemandAccess()).isTrue();
        assertThat(access.extras().groups()).containsExactly("Sales");
        assertThat(access.siteId()).contains("site-luid");
        assertThat(access.extras().attributes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"admin\"}",
                "{\"exp\":1}",
                "{\"jti\":\"x\"}",
                "{\"scp\":[]}",
                "{\"https://tableau.com/tenantId\":\"x\"}",
                "{\"https://tableau.com/siteId\":\"x\"}",
                "{\"https://tableau.com/oda\":\"true\"}",
                "{\"https://tableau.com/oda\":false}",
                "{\"https://tableau.com/groups\":[1]}",
                "{\"a\":1,\"a\":2}",
                "[]",
                "Region=East"
            })
    void whatIsReserved_orIsNoJson_isRefused(String payload) {
        assertThatIllegalArgumentException().isThrownBy(() -> added(payload));
    }

    @Test
    void twoSites_areOneTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExtraClaims.added(
                        ACCESS.withSiteId("one"), "{\"https://tableau.com/siteId\":\"two\"}", TestKeys.JSON))
                .withMessageContaining("UAT_SITE_ID");
    }

    @Test
    void theUsersOwnClaim_isNotOverwritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExtraClaims.added(ACCESS, "{\"email\":\"admin@corp.example\"}", TestKeys.JSON));
    }

    private static Object added(String payload) {
        return ExtraClaims.added(APP, payload, TestKeys.JSON);
    }
}
