package org.vizgate.credential;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CloudManagerSignInTest {
    private static final CloudManagerSignIn ACME = CloudManagerSignIn.toTenant("acme");

    @Test
    void aTenant_hasAHostOfItsOwn() {
        assertThat(ACME.server()).isEqualTo(URI.create("https://acme.cloudmanager.tableau.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evil.example/", "a.b", "-a", "a:b", "a@b", "a\n"})
    void aTenantsName_isOnePartOfAHostName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> CloudManagerSignIn.toTenant(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cloudmanager.tableau.com",
                "https://cloudmanager.tableau.com/",
                "https://cloudmanager.tableau.com/api/v1",
                "https://cloudmanager.tableau.com/api/v1/"
            })
    void theAddress_canBeAsDocumentationWritesIt(String address) {
        assertThat(CloudManagerSignIn.to(URI.create(address)).server())
                .isEqualTo(URI.create("https://cloudmanager.tableau.com"));
    }

    @Test
    void whatIsNotDocumentedAtAll_isOff() {
        assertThat(ACME.call(CloudManagerMethod.REVOKE_JWT)).isEmpty();
        assertThat(ACME.call(CloudManagerMethod.LOGOUT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CloudManagerMethod.class,
            names = {"REVOKE_JWT", "LOGOUT"},
            mode = EnumSource.Mode.EXCLUDE)
    void everythingElse_fitsItself(CloudManagerMethod method) {
        String usual = ACME.call(method).orElseThrow().toString();

        assertThat(ACME.calling(method, usual).call(method)).isEqualTo(method.usual());
    }

    @Test
    void eachCall_canBeAnother() {
        CloudManagerSignIn other = ACME.calling(CloudManagerMethod.LOGOUT, "DELETE /api/v2/sessions")
                .calling(CloudManagerMethod.UPDATE_CONFIGURATION, "PATCH /api/v2/uat/{configId}");

        assertThat(other.call(CloudManagerMethod.LOGOUT))
                .contains(new CloudManagerMethod.Call("DELETE", "/api/v2/sessions"));
        assertThat(other.call(CloudManagerMethod.UPDATE_CONFIGURATION).orElseThrow())
                .hasToString("PATCH /api/v2/uat/{configId}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/api/v2/sessions",
                "delete /api/v2/sessions",
                "DELETE https://evil.example/",
                "DELETE //evil.example",
                "DELETE /api/../x",
                "DELETE /api/..",
                "DELETE /api?x=1",
                "DELETE /api/v2/sessions ",
                "DELETE /api/{configId}",
                "TRACE /api"
            })
    void aCall_isAVerbAndAPlainPath(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ACME.calling(CloudManagerMethod.LOGOUT, text));
    }

    @Test
    void aCallAboutAConfiguration_namesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ACME.calling(CloudManagerMethod.DELETE_CONFIGURATION, "DELETE /api/v1/uat"))
                .withMessageContaining("{configId}");
    }

    @Test
    void aRevocation_mayNameTheJwtInItsPath() {
        assertThat(ACME.calling(CloudManagerMethod.REVOKE_JWT, "DELETE /api/v1/uat/{jti}")
                        .call(CloudManagerMethod.REVOKE_JWT))
                .isPresent();
        assertThat(ACME.calling(CloudManagerMethod.REVOKE_JWT, "POST /api/v1/revocations")
                        .call(CloudManagerMethod.REVOKE_JWT))
                .isPresent();
    }
}
