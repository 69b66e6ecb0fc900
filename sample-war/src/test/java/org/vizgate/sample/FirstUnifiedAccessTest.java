package org.vizgate.sample;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.CloudManagerSession;
import org.vizgate.credential.CloudManagerSignIn;
import org.vizgate.credential.CloudManagerToken;
import org.vizgate.credential.SignedInSession;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.StoredUatConfiguration;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.TableauSignIn;
import org.vizgate.credential.UatConfiguration;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.session.Secret;
import org.vizgate.standin.TableauStandIn;
import org.vizgate.standin.credential.SampleCredentials;
import org.vizgate.standin.data.Flavour;
import org.vizgate.standin.data.SampleData;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Unified access tokens for the first time, as the README shows it, against the stand-in. */
class FirstUnifiedAccessTest {
    private static final String ISSUER = "https://app.corp.example";
    private static final String ADMINISTRATOR = SampleCredentials.CLOUD_ADA.name();
    private static final KeyPair KEYS = newKeys();
    private static final SigningKey KEY = SigningKey.ofPem(Secret.of("-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n"));

    private final TableauStandIn tableau =
            TableauStandIn.builder().flavour(Flavour.CLOUD).start();
    private final CloudManagerSignIn cloudManager = CloudManagerSignIn.to(tableau.cloudManager());
    private final CloudManagerToken token = new CloudManagerToken(Secret.of(SampleCredentials.CLOUD_ADA.accessToken()));

    @AfterEach
    void close() {
        tableau.close();
    }

    @Test
    void aTokenOfCloudManager_isNeededOnce_thenTheKeyOpensCloudManagerAndTheSite() {
        String tenant;
        try (CloudManagerSession first = cloudManager.with(token)) {
            tenant = first.tenantId();
            first.create(UatConfiguration.trusting("My application", ISSUER, KEY.publicKey())
                    .opening(SampleData.SALES.luid(), tenant));
        }

        UnifiedAccess access = new UnifiedAccess(tenant, ISSUER, KEY, ADMINISTRATOR);
        try (CloudManagerSession manager = cloudManager.with(access)) {
            assertThat(manager.configurations())
                    .extracting(stored -> stored.configuration().name())
                    .containsExactly("My application");
        }
        try (SignedInSession site =
                sales().with(access.withUsername("jo@corp.example").withScopes("tableau:content:read"))) {
            assertThat(site.current().user().name()).isEqualTo("jo@corp.example");
            assertThat(site.site().id()).isEqualTo(SampleData.SALES.luid());
        }
    }

    @Test
    void withoutAConfiguration_theKeyOpensNothing() {
        UnifiedAccess access = new UnifiedAccess(SampleCredentials.TENANT.id(), ISSUER, KEY, ADMINISTRATOR);

        assertThat(failureOf(() -> cloudManager.with(access)).kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
        assertThat(failureOf(() -> sales().with(access)).kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
    }

    @Test
    void aConfiguration_canBeReadSwitchedOffAndDeleted() {
        try (CloudManagerSession manager = cloudManager.with(token)) {
            StoredUatConfiguration made = manager.create(openingSales());
            UnifiedAccess access = new UnifiedAccess(made.tenantId(), ISSUER, KEY, "jo@corp.example");
            assertThat(manager.configuration(made.id())).isEqualTo(made);

            manager.update(made.id(), made.configuration().enabled(false));
            assertThat(manager.configuration(made.id()).configuration().enabled())
                    .isFalse();
            assertThat(failureOf(() -> sales().with(access)).kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);

            manager.delete(made.id());
            assertThat(manager.configurations()).isEmpty();
            assertThat(failureOf(() -> manager.configuration(made.id())).kind()).isEqualTo(Kind.NOT_FOUND);
        }
    }

    @Test
    void theJwtOfAnIdentityProvider_opensTheSite_untilItIsRevoked() {
        CloudManagerSignIn withRevocation =
                cloudManager.calling(CloudManagerMethod.REVOKE_JWT, "POST /api/v1/uat-revocations");
        try (CloudManagerSession manager = withRevocation.with(token)) {
            manager.create(openingSales());
            SignedJwt jwt = SignedJwt.ofUnifiedAccess(signedElsewhere("jwt-1", manager.tenantId()));

            try (SignedInSession site = sales().with(jwt)) {
                assertThat(site.current().user().name()).isEqualTo("jo@corp.example");
                manager.revoke("jwt-1");
                assertThat(failureOf(site::current).kind()).isEqualTo(Kind.SESSION_LOST);
            }
            assertThat(failureOf(() -> sales().with(jwt)).kind()).isEqualTo(Kind.CREDENTIALS_REJECTED);
        }
    }

    @Test
    void whereItIsKnownHow_closingEndsTheSession() {
        cloudManager.with(token).close();
        assertThat(tableau.control().cloudManagerSessions()).isEqualTo(1);

        cloudManager
                .calling(CloudManagerMethod.LOGOUT, "DELETE /api/v2/sessions")
                .with(token)
                .close();
        assertThat(tableau.control().cloudManagerSessions()).isEqualTo(1);
    }

    private TableauSignIn sales() {
        return TableauSignIn.to(tableau.address()).site("sales");
    }

    private static UatConfiguration openingSales() {
        return UatConfiguration.trusting("My application", ISSUER, KEY.publicKey())
                .opening(SampleData.SALES.luid());
    }

    private static Secret signedElsewhere(String id, String tenant) {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"" + ISSUER + "\",\"iat\":" + (now - 10) + ",\"exp\":" + (now + 300) + ",\"jti\":\""
                + id + "\",\"https://tableau.com/tenantId\":\"" + tenant + "\",\"email\":\"jo@corp.example\"}";
        String signed =
                base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        return Secret.of(signed + "." + base64(signature(signed, KEYS.getPrivate())));
    }

    private static byte[] signature(String text, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static TableauException failureOf(ThrowingCallable call) {
        return catchThrowableOfType(TableauException.class, call);
    }
}
