package org.vizgate.it;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit log tells what happened, and nothing that would open anything. */
@ExtendWith(ShowOutput.class)
class AuditIT {
    private static Sample sample;
    private static OAuthClient client;

    @BeforeAll
    static void start() {
        sample = Sample.builder().set("OAUTH_REFRESH_GRACE_MS", 0).start();
        client = OAuthClient.register(sample);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @Test
    @DisplayName("A102 R40: a sign-in, a refresh, a theft and a sign-out leave a line each, and no secret")
    void wholeLife_isWrittenDown() {
        SignIn signIn = SignIn.of(client);
        String code = signIn.code();
        Tokens first = Tokens.of(client.redeem(code, signIn.verifier()));
        Tokens second = Tokens.of(client.refresh(first.refresh()));
        assertThat(client.refresh(first.refresh()).error()).isEqualTo("invalid_grant");
        Tokens other = SignIn.of(client).tokens();
        assertThat(client.revoke(other.refresh()).status()).isEqualTo(200);

        String log = sample.output();

        for (String line : List.of(
                "event=client.registered ref=",
                "event=consent.given ref=",
                "event=sign-in.completed ref=",
                "reason=authorization_code client=",
                "reason=refresh_token client=",
                "reason=refresh-token-reused grant=",
                "event=request.refused",
                "reason=revoked grant=")) {
            assertThat(log).contains(line);
        }
        assertThat(log)
                .doesNotContain(code)
                .doesNotContain(signIn.verifier())
                .doesNotContain(first.access(), first.refresh())
                .doesNotContain(second.access(), second.refresh());
    }

    @Test
    @DisplayName("A102: the reference on an error page is in the log")
    void errorPage_namesItsLine() {
        Answer page = new Visitor().get(sample.at("/oauth/authorize?client_id=nobody"));

        String reference = page.body().replaceAll("(?s).*<p class=\"small\">[^<]*?([A-Za-z0-9_-]{12})\\W*</p>.*", "$1");
        assertThat(reference).hasSize(12);
        assertThat(sample.output())
                .contains("event=request.refused ref=" + reference + " reason=unknown_client endpoint=authorize");
    }
}
