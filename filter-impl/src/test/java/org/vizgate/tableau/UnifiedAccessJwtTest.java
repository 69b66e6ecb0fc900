package org.vizgate.tableau;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vizgate.credential.JwtExtras;
import org.vizgate.credential.PublicKeyText;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.SigningKey.Algorithm;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.jose.TestKeys;
import org.vizgate.json.JsonFields;
import org.vizgate.outbound.LogCapture;
import org.vizgate.session.Secret;
import org.vizgate.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The unified access token, row by row as Tableau asks for it. */
class UnifiedAccessJwtTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    private static final SigningKey KEY =
            SigningKey.ofPem(Secret.of(TestKeys.pkcs8(TestKeys.FIRST))).withKeyId("uat-key-1");
    private static final UnifiedAccess ACCESS =
            new UnifiedAccess("tenant-1", "https://idp.corp.example", KEY, "jo@corp.example");
    private static final JwtExtras SITE_ONLY =
            JwtExtras.none().withAttribute("Region", "East").withOnDemandAccess("Sales");

    private final SignInJwts jwts = new SignInJwts(TestKeys.JSON, TestKeys.RANDOM, new SetClock(NOW));
    private final ReadJwt plain = ReadJwt.of(jwts.forSite(ACCESS));

    @Test
    void header_alg_isRs256_unlessSaidOtherwise() {
        assertThat(plain.header().text("alg")).contains("RS256");
        assertThat(plain.isSignedBy(published(KEY), "SHA256withRSA")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void header_alg_canBeAnyOfRsa(Algorithm algorithm) {
        SigningKey key = KEY.withAlgorithm(algorithm);
        ReadJwt jwt = ReadJwt.of(
                jwts.forSite(new UnifiedAccess("tenant-1", "https://idp.corp.example", key, "jo@corp.example")));

        assertThat(jwt.header().text("alg")).contains(algorithm.name());
        assertThat(Base64.getUrlDecoder().decode(jwt.signature())).hasSize(256);
    }

    @Test
    void header_kid_isTheKeysId_otherwiseItsThumbprint() {
        SigningKey unnamed = SigningKey.ofPem(KEY.privateKeyPem());
        ReadJwt jwt = ReadJwt.of(jwts.forSite(new UnifiedAccess("tenant-1", "issuer", unnamed, "jo")));

        assertThat(plain.header().text("kid")).contains("uat-key-1");
        assertThat(jwt.header().text("kid"))
                .contains(SigningKeys.publicKey(unnamed).keyId())
                .hasValueSatisfying(id -> assertThat(id).hasSize(43));
    }

    @Test
    void header_typ_isJwt() {
        assertThat(plain.header().text("typ")).contains("JWT");
        assertThat(plain.header().names()).containsExactlyInAnyOrder("alg", "typ", "kid");
    }

    @Test
    void iss_isTheConfigurationsIssuer() {
        assertThat(plain.claims().text("iss")).contains("https://idp.corp.example");
    }

    @Test
    void exp_isFiveMinutesAhead_inSeconds() {
        assertThat(plain.claims().number("exp")).contains(1_790_000_300L);
    }

    @Test
    void iat_isInSeconds() {
        assertThat(plain.claims().number("iat")).contains(1_789_999_990L);
        assertThat(plain.claims().number("nbf")).contains(1_789_999_990L);
    }

    @Test
    void tenantId_isTheConfigurationsTenant() {
        assertThat(plain.claims().text("https://tableau.com/tenantId")).contains("tenant-1");
    }

    @Test
    void theUser_isInTheClaimThatTheConfigurationNames() {
        ReadJwt named = ReadJwt.of(jwts.forSite(ACCESS.withUsernameClaim("upn")));

        assertThat(plain.claims().text("email")).contains("jo@corp.example");
        assertThat(named.claims().text("upn")).contains("jo@corp.example");
        assertThat(named.claims().has("email")).isFalse();
    }

    @Test
    void jti_isAUuid() {
        String first = plain.claims().requiredText("jti");

        assertThat(UUID.fromString(first).version()).isEqualTo(4);
        assertThat(ReadJwt.of(jwts.forSite(ACCESS)).claims().requiredText("jti"))
                .isNotEqualTo(first);
    }

    @Test
    void jti_isLogged_soThatTheJwtCanBeRevoked() {
        try (LogCapture log = LogCapture.of(SignInJwts.class.getName())) {
            Secret jwt = jwts.forSite(ACCESS);

            assertThat(log.text())
                    .contains(ReadJwt.of(jwt).claims().requiredText("jti"))
                    .doesNotContain(ReadJwt.of(jwt).signature());
        }
    }

    @Test
    void scp_isAnArray() {
        ReadJwt scoped = ReadJwt.of(jwts.forSite(ACCESS.withScopes("tableau:content:read")));

        assertThat(scoped.claims().texts("scp")).contains(List.of("tableau:content:read"));
        assertThat(plain.claims().has("scp")).isFalse();
    }

    @Test
    void issuerOverride_isSentIfSet() {
        ReadJwt overridden = ReadJwt.of(jwts.forSite(ACCESS.withIssuerOverride("second")));

        assertThat(overridden.claims().text("https://tableau.com/issuerOverride"))
                .contains("second");
        assertThat(overridden.claims().text("iss")).contains("https://idp.corp.example");
    }

    @Test
    void siteId_limitsToOneSite_andIsNotForCloudManager() {
        UnifiedAccess limited = ACCESS.withSiteId("site-luid");

        assertThat(ReadJwt.of(jwts.forSite(limited)).claims().text("https://tableau.com/siteId"))
                .contains("site-luid");
        assertThat(ReadJwt.of(jwts.forCloudManager(limited)).claims().has("https://tableau.com/siteId"))
                .isFalse();
    }

    @Test
    void oda_isARealBoolean_andNotForCloudManager() {
        UnifiedAccess access = ACCESS.with(SITE_ONLY);

        assertThat(ReadJwt.of(jwts.forSite(access)).claims().flag("https://tableau.com/oda"))
                .contains(true);
        assertThat(ReadJwt.of(jwts.forCloudManager(access)).claims().has("https://tableau.com/oda"))
                .isFalse();
    }

    @Test
    void groups_areAnArray_andNotForCloudManager() {
        UnifiedAccess access = ACCESS.with(SITE_ONLY);

        assertThat(ReadJwt.of(jwts.forSite(access)).claims().texts("https://tableau.com/groups"))
                .contains(List.of("Sales"));
        assertThat(ReadJwt.of(jwts.forCloudManager(access)).claims().has("https://tableau.com/groups"))
                .isFalse();
    }

    @Test
    void userAttributes_areClaimsOfTheirOwn_andNotForCloudManager() {
        UnifiedAccess access = ACCESS.with(SITE_ONLY);

        assertThat(ReadJwt.of(jwts.forSite(access)).claims().text("Region")).contains("East");
        assertThat(ReadJwt.of(jwts.forCloudManager(access)).claims().has("Region"))
                .isFalse();
    }

    @Test
    void withoutExtras_thereAreNoFurtherMembers() {
        assertThat(plain.claims().names())
                .containsExactlyInAnyOrder("iss", "iat", "nbf", "exp", "jti", "https://tableau.com/tenantId", "email");
    }

    @Test
    void theKey_canBePkcs1_orEncryptedPkcs8() throws Exception {
        SigningKey traditional = SigningKey.ofPem(Secret.of(TestKeys.pkcs1(TestKeys.FIRST)));
        SigningKey encrypted = SigningKey.ofPem(Secret.of(encrypted("sesame"))).withPassphrase(Secret.of("sesame"));

        assertThat(SigningKeys.publicKey(traditional)).isEqualTo(SigningKeys.publicKey(encrypted));
        assertThat(ReadJwt.of(jwts.forSite(new UnifiedAccess("tenant-1", "issuer", encrypted, "jo")))
                        .isSignedBy(published(KEY), "SHA256withRSA"))
                .isTrue();
    }

    private static String encrypted(String passphrase) throws GeneralSecurityException, java.io.IOException {
        Cipher cipher = Cipher.getInstance("PBEWithSHA1AndDESede");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance("PBEWithSHA1AndDESede")
                        .generateSecret(new PBEKeySpec(passphrase.toCharArray())));
        byte[] sealed = cipher.doFinal(TestKeys.FIRST.getEncoded());
        return TestKeys.pem(
                "ENCRYPTED PRIVATE KEY", new EncryptedPrivateKeyInfo(cipher.getParameters(), sealed).getEncoded());
    }

    @Test
    void aKeyThatIsNone_isAConfigurationErrorThatDoesNotShowIt() {
        SigningKey none = SigningKey.ofPem(Secret.of("-----BEGIN PRIVATE KEY-----\nSECRET\n-----END PRIVATE KEY-----"));
        TableauException failure = catchThrowableOfType(
                TableauException.class, () -> jwts.forSite(new UnifiedAccess("tenant-1", "issuer", none, "jo")));

        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("openssl genrsa").hasMessageNotContaining("SECRET");
    }

    @Test
    void thePublicKey_isReadyToPasteAndToPublish() {
        PublicKeyText text = SigningKeys.publicKey(KEY);
        JsonFields jwk =
                TestKeys.JSON.read(text.jwks()).objects("keys").orElseThrow().get(0);

        assertThat(text.pem()).startsWith("-----BEGIN PUBLIC KEY-----\n").endsWith("\n-----END PUBLIC KEY-----\n");
        assertThat(jwk.names()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
        assertThat(jwk.text("kid")).contains("uat-key-1");
        assertThat(jwk.text("alg")).contains("RS256");
    }

    private static PublicKey published(SigningKey key) {
        String base64 = SigningKeys.publicKey(key).pem().replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
