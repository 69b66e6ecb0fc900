package org.vizgate.it;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample is stopped and started again at the same address with the same key. */
@ExtendWith(ShowOutput.class)
class RestartIT {
    @Test
    @DisplayName("A62 R22: clients and access tokens outlive a restart; the memory store's refresh tokens do not")
    void restart_keepsWhatNeedsNoStore() {
        Keys keys = Keys.create();
        try (TableauStandIn tableau = TableauStandIn.builder().start()) {
            Sample before = Sample.builder().tableau(tableau).key(keys.file()).start();
            OAuthClient client = OAuthClient.register(before);
            Tokens tokens = SignIn.of(client).tokens();
            SignIn begun = SignIn.of(client);
            Answer consentPage = begun.authorize();
            before.stop();

            try (Sample after = Sample.builder()
                    .tableau(tableau)
                    .key(keys.file())
                    .port(before.port())
                    .start()) {
                assertThat(after.base()).isEqualTo(before.base());
                assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);
                Answer refresh = client.refresh(tokens.refresh());
                assertThat(refresh.status()).isEqualTo(400);
                assertThat(refresh.error()).isEqualTo("invalid_grant");
                assertThat(SignIn.of(client).tokens().access()).isNotEmpty();
                Answer callback = begun.atTableau(begun.decide(consentPage, "allow"));
                assertThat(begun.visitor().get(callback.location()).sent("code"))
                        .as("a sign-in that was under way")
                        .isNotEmpty();
            }
        }
    }

    @Test
    @DisplayName("R24: with another key nothing of before is believed, and clients are told to register anew")
    void restartWithAnotherKey_forgetsEverything() {
        try (TableauStandIn tableau = TableauStandIn.builder().start()) {
            Sample before = Sample.builder().tableau(tableau).start();
            OAuthClient client = OAuthClient.register(before);
            Tokens tokens = SignIn.of(client).tokens();
            before.stop();

            try (Sample after =
                    Sample.builder().tableau(tableau).port(before.port()).start()) {
                assertThat(client.whoami(tokens.access()).error()).isEqualTo("invalid_token");
                Answer refresh = client.refresh(tokens.refresh());
                assertThat(refresh.status()).isEqualTo(401);
                assertThat(refresh.error()).isEqualTo("invalid_client");
                assertThat(SignIn.of(OAuthClient.register(after)).tokens().access())
                        .isNotEmpty();
            }
        }
    }
}
