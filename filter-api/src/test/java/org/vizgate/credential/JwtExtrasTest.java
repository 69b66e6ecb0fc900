package org.vizgate.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JwtExtrasTest {
    private static final SigningKey KEY = SigningKey.ofPem(Secret.of("SECRET"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iss",
                "sub",
                "aud",
                "exp",
                "iat",
                "nbf",
                "jti",
                "scp",
                "scope",
                "https://tableau.com/tenantId",
                "https://tableau.com/siteId",
                "https://tableau.com/issuerOverride",
                "https://tableau.com/oda",
                "https://tableau.com/groups"
            })
    void aReservedName_isNoAttribute(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JwtExtras.none().withAttribute(name, "anything"))
                .withMessageContaining(name);
    }

    @Test
    void theUsersClaim_isNoAttribute() {
        UnifiedAccess access = new UnifiedAccess("tenant", "issuer", KEY, "jo@corp.example");
        JwtExtras extras = JwtExtras.none().withAttribute("email", "max@corp.example");

        assertThatIllegalArgumentException().isThrownBy(() -> access.with(extras));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> access.withUsernameClaim("upn").with(extras).withUsernameClaim("email"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "exp", "jti", "https://tableau.com/tenantId"})
    void theUser_isInNoReservedClaim(String name) {
        UnifiedAccess access = new UnifiedAccess("tenant", "issuer", KEY, "jo@corp.example");

        assertThatIllegalArgumentException().isThrownBy(() -> access.withUsernameClaim(name));
    }

    @Test
    void attributes_areJsonValues() {
        assertThat(JwtExtras.none()
                        .withAttribute("Region", List.of("East", "West"))
                        .withAttribute("Level", 3)
                        .withAttribute("Where", Map.of("Floor", true))
                        .attributes())
                .containsExactly(
                        Map.entry("Region", List.of("East", "West")),
                        Map.entry("Level", 3),
                        Map.entry("Where", Map.of("Floor", true)));
        assertThatIllegalArgumentException().isThrownBy(() -> JwtExtras.none().withAttribute("Region", new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> JwtExtras.none().withAttribute("Ratio", Double.NaN));
    }

    @Test
    void attributesThatLieTooDeep_areRefused() {
        Object value = "bottom";
        for (int i = 0; i < 20; i++) {
            value = List.of(value);
        }
        Object deep = value;

        assertThatIllegalArgumentException().isThrownBy(() -> JwtExtras.none().withAttribute("Region", deep));
    }

    @Test
    void scopes_areCutDownToAConfigurations() {
        Scopes asked = Scopes.of("tableau:content:read", "tableau:tasks:run");

        assertThat(asked.within(Scopes.of("tableau:content:*"))).isEqualTo(Scopes.of("tableau:content:read"));
    }

    @Test
    void credentials_printNoSecret() {
        Secret secret = Secret.of("SECRET");
        assertThat(List.of(
                        new PersonalAccessToken("ci", secret),
                        new UsernamePassword("jo", secret),
                        new ConnectedApp("client", "id", secret, "jo"),
                        new UnifiedAccess("tenant", "issuer", KEY.withPassphrase(secret), "jo"),
                        SignedJwt.ofUnifiedAccess(secret),
                        new CloudManagerToken(secret)))
                .allSatisfy(credential -> assertThat(credential.toString()).doesNotContain("SECRET"));
    }

    @Test
    void emptyCredentials_areRefusedByName() {
        Secret empty = Secret.of(" ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PersonalAccessToken("ci", empty))
                .withMessage("the secret of a personal access token is empty");
        assertThatIllegalArgumentException().isThrownBy(() -> new UsernamePassword("", Secret.of("x")));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConnectedApp("", "id", Secret.of("x"), "jo"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SigningKey(Secret.of("x"), Optional.empty(), Optional.of(""), SigningKey.Algorithm.RS256));
    }
}
