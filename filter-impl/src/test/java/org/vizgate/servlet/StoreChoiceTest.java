package org.vizgate.servlet;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.testapp.OwnStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which store an application gets. */
class StoreChoiceTest {
    @AfterEach
    void forget() {
        System.clearProperty(OwnStore.STATE);
    }

    @Test
    void aStoreThatTheApplicationBrings_isOpenedWithItsOptions_andClosedWithTheApplication() {
        TestApp application = TestApp.ordinary("")
                .serves(GrantStoreProvider.class, OwnStore.class)
                .set("OAUTH_STORE", "own")
                .set("OAUTH_STORE_OWN_COLOUR", "red");

        try (TestContainer container = TestContainer.with(application)) {
            assertThat(container.answerTo(Wire.get("/x")).status()).isEqualTo(401);
            assertThat(System.getProperty(OwnStore.STATE)).isEqualTo("open with {COLOUR=red}");
        }
        assertThat(System.getProperty(OwnStore.STATE)).isEqualTo("closed");
    }

    @Test
    void aStoreThatLacksAnOption_failsTheStartInItsOwnWords() {
        TestApp application = TestApp.ordinary("")
                .serves(GrantStoreProvider.class, OwnStore.class)
                .set("OAUTH_STORE", "own");

        assertThatThrownBy(() -> TestContainer.with(application))
                .hasMessageContaining("OAUTH_STORE_OWN_COLOUR is missing");
    }

    @Test
    void whenAnotherPartIsUnusable_theStoreIsClosedAgain() {
        TestApp application = TestApp.ordinary("")
                .serves(GrantStoreProvider.class, OwnStore.class)
                .set("OAUTH_STORE", "own")
                .set("OAUTH_STORE_OWN_COLOUR", "red")
                .set("OAUTH_JWE_PRIVATE_KEY", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> TestContainer.with(application)).hasMessageContaining("OAUTH_JWE_PRIVATE_KEY");
        assertThat(System.getProperty(OwnStore.STATE)).isEqualTo("closed");
    }

    @Test
    void aStoreThatIsNotInstalled_failsTheStart_andThoseThatAreAreNamed() {
        assertThatThrownBy(() -> TestContainer.with(TestApp.ordinary("")
                        .serves(GrantStoreProvider.class, OwnStore.class)
                        .set("OAUTH_STORE", "redis")))
                .hasMessageContaining("OAUTH_STORE (redis)")
                .hasMessageContaining("memory")
                .hasMessageContaining("own");
    }
}
