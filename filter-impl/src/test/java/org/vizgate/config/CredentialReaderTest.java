package org.vizgate.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.JwtExtras;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.SigningKey.Algorithm;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.credential.UsernamePassword;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialReaderTest {
    private static final String LUID = "7d0c3a52-1111-4f6e-9b1a-0a0b0c0d0e0f";
    private static final String POD = "https://prod-ca-a.online.tableau.com";

    private static Written pat() {
        return Written.withServer().with("AUTH", "pat").with("PAT_NAME", "ci").with("PAT_VALUE", "sesame");
    }

    private static Written directTrust() {
        return Written.withServer()
                .with("AUTH", "direct-trust")
                .with("CONNECTED_APP_CLIENT_ID", "client")
                .with("CONNECTED_APP_SECRET_ID", "secret-id")
                .with("CONNECTED_APP_SECRET_VALUE", "sesame")
                .with("JWT_SUB_CLAIM", "jo")
                .with("JWT_SCOPES", "tableau:content:read, tableau:views:download");
    }

    private static Written uat() {
        return Written.minimal()
                .with("SERVER", POD)
                .with("SITE_NAME", "sales")
                .with("AUTH", "uat")
                .with("UAT_TENANT_ID", "tenant")
                .with("UAT_ISSUER", "https://idp.example")
                .with("UAT_USERNAME_CLAIM", "jo@corp.example")
                .with("UAT_PRIVATE_KEY", Written.PRIVATE_KEY)
                .with("JWT_SCOPES", "tableau:content:read");
    }

    private static Settings.Credential read(Written written) {
        return written.protecting().credential().orElseThrow();
    }

    private static List<String> problems(Written written) {
        return written.problems().stream().map(Problem::name).toList();
    }

    @Test
    void oauth_isTheDefault_andNeedsNoCredential() {
        assertThat(Written.withServer().protecting().credential()).isEmpty();
        assertThat(Written.withServer().with("AUTH", "OAuth").protecting().credential())
                .isEmpty();
    }

    @Test
    void pat_isReadWithItsSecret() {
        Settings.Credential credential = read(pat().with("TABLEAU_IMPERSONATE_USER_ID", LUID));

        assertThat(credential.credential()).isEqualTo(new PersonalAccessToken("ci", Secret.of("sesame")));
        assertThat(credential.impersonatedUser()).contains(LUID);
        assertThat(pat().read().warnings()).isEmpty();
        assertThat(credential.toString()).doesNotContain("sesame");
    }

    @Test
    void aSecret_mayComeFromAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("pat"), "sesame\n");

        assertThat(read(pat().without("PAT_VALUE").with("PAT_VALUE_FILE", file.toString()))
                        .credential())
                .isEqualTo(new PersonalAccessToken("ci", Secret.of("sesame")));
    }

    @Test
    void aPassword_isReadWithAWarning() {
        Written written = Written.withServer()
                .with("AUTH", "Username-Password")
                .with("TABLEAU_USERNAME", "svc")
                .with("TABLEAU_PASSWORD", "sesame");

        assertThat(read(written).credential()).isEqualTo(new UsernamePassword("svc", Secret.of("sesame")));
        assertThat(written.read().warnings()).singleElement().asString().contains("AUTH=pat");
    }

    @Test
    void directTrust_isReadWithItsScopes() {
        Settings.Credential credential = read(directTrust().with("JWT_ADDITIONAL_PAYLOAD", "{\"Region\":\"East\"}"));

        assertThat(credential.credential())
                .isEqualTo(new ConnectedApp("client", "secret-id", Secret.of("sesame"), "jo")
                        .withScopes("tableau:content:read", "tableau:views:download"));
        assertThat(credential.additionalPayload()).contains("{\"Region\":\"East\"}");
    }

    @Test
    void uat_isReadWithAllItsSettings() {
        UnifiedAccess access = (UnifiedAccess) read(uat().with("UAT_USERNAME_CLAIM_NAME", "upn")
                        .with("UAT_KEY_ID", "key-1")
                        .with("UAT_ALGORITHM", "ps384")
                        .with("UAT_SITE_ID", LUID)
                        .with("UAT_ISSUER_OVERRIDE", "second"))
                .credential();

        assertThat(access.tenantId()).isEqualTo("tenant");
        assertThat(access.issuer()).isEqualTo("https://idp.example");
        assertThat(access.usernameClaim()).isEqualTo("upn");
        assertThat(access.username()).isEqualTo("jo@corp.example");
        assertThat(access.siteId()).contains(LUID);
        assertThat(access.issuerOverride()).contains("second");
        assertThat(access.key().keyId()).contains("key-1");
        assertThat(access.key().algorithm()).isEqualTo(Algorithm.PS384);
        assertThat(access.extras()).isEqualTo(JwtExtras.none().withScopes(Scopes.of("tableau:content:read")));
    }

    @Test
    void uat_hasItsDefaults() {
        UnifiedAccess access =
                (UnifiedAccess) read(uat().without("UAT_USERNAME_CLAIM").with("JWT_SUB_CLAIM", "max"))
                        .credential();

        assertThat(access.usernameClaim()).isEqualTo("email");
        assertThat(access.username()).isEqualTo("max");
        assertThat(access.key().algorithm()).isEqualTo(Algorithm.RS256);
        assertThat(access.key().keyId()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "pat, 'PAT_NAME,PAT_VALUE'",
        "username-password, 'TABLEAU_USERNAME,TABLEAU_PASSWORD'",
        "direct-trust, 'CONNECTED_APP_CLIENT_ID,CONNECTED_APP_SECRET_ID,CONNECTED_APP_SECRET_VALUE,JWT_SUB_CLAIM'",
        "uat, 'UAT_USERNAME_CLAIM,UAT_TENANT_ID,UAT_ISSUER,UAT_PRIVATE_KEY'"
    })
    void everythingThatIsMissing_isSaidAtOnce(String auth, String names) {
        assertThat(problems(Written.withServer().with("AUTH", auth))).containsExactly(names.split(","));
    }

    @Test
    void aMissingPat_isSaidWithTheWayToOne() {
        assertThat(Written.withServer().with("AUTH", "pat").problems())
                .extracting(Problem::remedy)
                .allSatisfy(remedy -> assertThat(remedy).contains("My Account Settings"));
    }

    @Test
    void aServer_isNeeded() {
        assertThat(problems(pat().without("SERVER"))).containsExactly("SERVER");
        assertThat(problems(pat().with("SERVER", "https://online.tableau.com"))).containsExactly("SERVER");
    }

    @Test
    void cloud_needsASite_andTakesNoPasswordsNorImpersonation() {
        assertThat(problems(pat().with("SERVER", POD))).containsExactly("SITE_NAME");
        assertThat(problems(
                        pat().with("SERVER", POD).with("SITE_NAME", "sales").with("TABLEAU_IMPERSONATE_USER_ID", LUID)))
                .containsExactly("TABLEAU_IMPERSONATE_USER_ID");
        assertThat(problems(Written.minimal()
                        .with("SERVER", POD)
                        .with("SITE_NAME", "sales")
                        .with("AUTH", "username-password")
                        .with("TABLEAU_USERNAME", "svc")
                        .with("TABLEAU_PASSWORD", "sesame")))
                .containsExactly("AUTH");
    }

    @Test
    void anOldVersionOfTheApi_isRefusedAtOnce() {
        assertThat(problems(uat().with("TABLEAU_API_VERSION", "3.26"))).containsExactly("TABLEAU_API_VERSION");
        assertThat(problems(directTrust().with("TABLEAU_API_VERSION", "3.9"))).containsExactly("TABLEAU_API_VERSION");
        assertThat(read(pat().with("TABLEAU_API_VERSION", "3.10"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{OAUTH_USERNAME}", "corp\\{OAUTH_USERNAME}"})
    void actingForCallers_needsALockedSite(String user) {
        assertThat(problems(directTrust().with("JWT_SUB_CLAIM", user))).containsExactly("JWT_SUB_CLAIM");
        assertThat(problems(directTrust()
                        .with("JWT_SUB_CLAIM", user)
                        .with("SITE_NAME", "sales")
                        .with("OAUTH_LOCK_SITE", "false")))
                .containsExactly("JWT_SUB_CLAIM");
        assertThat(read(directTrust().with("JWT_SUB_CLAIM", user).with("SITE_NAME", "sales"))
                        .credential())
                .isInstanceOf(ConnectedApp.class);
    }

    @Test
    void aPayloadForCallers_needsALockedSite() {
        assertThat(problems(directTrust().with("JWT_ADDITIONAL_PAYLOAD", "{\"Who\":\"{OAUTH_USERNAME}\"}")))
                .containsExactly("JWT_SUB_CLAIM");
    }

    @Test
    void unsignedTokens_areForOauthOnly() {
        assertThat(problems(pat().with("OAUTH_ACCEPT_UNSIGNED_TOKENS", "true")))
                .containsExactly("OAUTH_ACCEPT_UNSIGNED_TOKENS");
    }

    @Test
    void namesOfOtherPrograms_areNoReasonNotToStart() {
        Written written = Written.withServer()
                .with("PAT_NAME", "of another program")
                .with("PAT_VALUE", "sesame")
                .with("UAT_ALGORITHM", "nonsense")
                .with("TCM_BASE_URL", "nonsense");

        assertThat(written.read().warnings())
                .containsExactly("Not used because AUTH is oauth: PAT_NAME, PAT_VALUE, UAT_ALGORITHM.");
    }

    @Test
    void anotherModesNames_areIgnoredWithAWarning() {
        Written written = pat().with("JWT_SUB_CLAIM", "{OAUTH_USERNAME}").with("CONNECTED_APP_SECRET_VALUE", "sesame");

        assertThat(read(written).credential()).isInstanceOf(PersonalAccessToken.class);
        assertThat(written.read().warnings())
                .containsExactly("Not used because AUTH is pat: CONNECTED_APP_SECRET_VALUE, JWT_SUB_CLAIM.");
    }

    @ParameterizedTest
    @CsvSource({
        "UAT_ALGORITHM, HS256",
        "UAT_ALGORITHM, none",
        "UAT_SITE_ID, sales",
        "UAT_USERNAME_CLAIM_NAME, iss",
        "UAT_USERNAME_CLAIM_NAME, https://tableau.com/tenantId",
        "UAT_PRIVATE_KEY, sesame",
        "JWT_SCOPES, tableau:cont\u00e9nt:read"
    })
    void whatCannotBe_isRefusedAndNoSecretShown(String name, String value) {
        ConfigurationException refusal = uat().with(name, value).refusal();

        assertThat(refusal.problems()).extracting(Problem::name).containsExactly(name);
        assertThat(refusal).hasMessageNotContaining("sesame");
    }

    @Test
    void withoutScopes_thereIsAWarning() {
        assertThat(uat().without("JWT_SCOPES").read().warnings())
                .anySatisfy(warning -> assertThat(warning).contains("JWT_SCOPES is empty"));
    }

    @Test
    void anAuthOfAnotherProgram_isOneProblem() {
        assertThat(problems(Written.withServer().with("AUTH", "basic"))).containsExactly("AUTH");
    }
}
