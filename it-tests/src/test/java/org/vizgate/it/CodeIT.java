package org.vizgate.it;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Authorization codes: once, for one client, with one proof. */
@ExtendWith(ShowOutput.class)
class CodeIT {
    private static Sample sample;
    private static OAuthClient client;

    @BeforeAll
    static void start() {
        sample = Sample.start();
        client = OAuthClient.register(sample);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    @DisplayName("A73 A75: a second use that proves the verifier is refused, and ends what the first one got")
    void secondUse_endsTheFirst() {
        SignIn signIn = SignIn.of(client);
        String code = signIn.code();
        Tokens tokens = Tokens.of(client.redeem(code, signIn.verifier()));
        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);

        Answer again = client.redeem(code, signIn.verifier());

        assertInvalidGrant(again);
        assertThat(client.whoami(tokens.access()).error()).isEqualTo("invalid_token");
        assertInvalidGrant(client.refresh(tokens.refresh()));
    }

    @Test
    @DisplayName("A75: a second use without the verifier changes nothing")
    void secondUseWithoutProof_changesNothing() {
        SignIn signIn = SignIn.of(client);
        String code = signIn.code();
        Tokens tokens = Tokens.of(client.redeem(code, signIn.verifier()));

        assertInvalidGrant(client.redeem(code, Pkce.text()));

        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);
        assertThat(client.refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A73 A75: a thief without the verifier, or another client, cannot burn the code")
    void wrongVerifierOrClient_doesNotBurnTheCode() {
        SignIn signIn = SignIn.of(client);
        String code = signIn.code();

        assertInvalidGrant(client.redeem(code, Pkce.text()));
        assertInvalidGrant(OAuthClient.register(sample).redeem(code, signIn.verifier()));
        assertInvalidGrant(client.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "code_verifier",
                signIn.verifier(),
                "redirect_uri",
                "http://127.0.0.1:7777/other",
                "client_id",
                client.id())));
        Answer withoutVerifier =
                client.token(Map.of("grant_type", "authorization_code", "code", code, "client_id", client.id()));
        assertThat(withoutVerifier.status()).isEqualTo(400);
        assertThat(withoutVerifier.error()).isEqualTo("invalid_request");

        assertThat(client.redeem(code, signIn.verifier()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A77: a token for a resource that was not granted is invalid_target")
    void otherResource_isInvalidTarget() {
        SignIn signIn = SignIn.of(client);
        Answer answer = client.token(Map.of(
                "grant_type", "authorization_code",
                "code", signIn.code(),
                "code_verifier", signIn.verifier(),
                "resource", sample.base() + "/mcp",
                "client_id", client.id()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_target");
    }

    @Test
    @DisplayName("A74 A75: of 50 redemptions at once one succeeds, and its tokens are dead afterwards")
    void fiftyAtOnce_leaveNothingAlive() {
        SignIn signIn = SignIn.of(client);
        String code = signIn.code();

        List<Answer> answers = Together.times(50, () -> client.redeem(code, signIn.verifier()));

        List<Answer> good =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(good).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(CodeIT::assertInvalidGrant);
        Tokens tokens = Tokens.of(good.get(0));
        assertThat(client.whoami(tokens.access()).error()).isEqualTo("invalid_token");
        assertInvalidGrant(client.refresh(tokens.refresh()));
    }

    @Test
    @DisplayName("A73: a code ends soon")
    void oldCode_isInvalid() throws InterruptedException {
        try (Sample hasty = Sample.builder()
                .set("OAUTH_AUTHORIZATION_CODE_TIMEOUT_MS", 1_000)
                .start()) {
            OAuthClient late = OAuthClient.register(hasty);
            SignIn signIn = SignIn.of(late);
            String code = signIn.code();

            Thread.sleep(1_100);

            assertInvalidGrant(late.redeem(code, signIn.verifier()));
        }
    }

    private static void assertInvalidGrant(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
    }
}
