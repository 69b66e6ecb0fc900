package org.vizgate.it;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** Refresh tokens: rotated, for one client, with a family that ends together. */
@ExtendWith(ShowOutput.class)
class RefreshIT {
    private static Sample sample;
    private static Sample strict;
    private static OAuthClient client;

    @BeforeAll
    static void start() {
        sample = Sample.start();
        strict = Sample.builder().set("OAUTH_REFRESH_GRACE_MS", 0).start();
        client = OAuthClient.register(sample);
    }

    @AfterAll
    static void stop() {
        sample.close();
        strict.close();
    }

    @Test
    @DisplayName("A80: 50 refreshes at once get the same successor, and it works")
    void fiftyAtOnce_getTheSameSuccessor() {
        Tokens tokens = SignIn.of(client).tokens();

        List<Answer> answers = Together.times(50, () -> client.refresh(tokens.refresh()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        List<Tokens> successors = answers.stream().map(Tokens::of).toList();
        assertThat(successors)
                .extracting(Tokens::refresh)
                .containsOnly(successors.get(0).refresh());
        assertThat(successors)
                .allSatisfy(
                        one -> assertThat(client.whoami(one.access()).status()).isEqualTo(200));
        assertThat(client.refresh(successors.get(0).refresh()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A80: an answer that got lost can be asked for again")
    void withinGrace_theSuccessorIsTheSame() {
        Tokens tokens = SignIn.of(client).tokens();
        Tokens lost = Tokens.of(client.refresh(tokens.refresh()));

        Tokens again = Tokens.of(client.refresh(tokens.refresh()));

        assertThat(again.refresh()).isEqualTo(lost.refresh());
    }

    @Test
    @DisplayName("A79: without grace a second use ends the whole family")
    void reuse_endsTheFamily() {
        OAuthClient owner = OAuthClient.register(strict);
        Tokens first = SignIn.of(owner).tokens();
        Tokens second = Tokens.of(owner.refresh(first.refresh()));
        assertThat(owner.whoami(second.access()).status()).isEqualTo(200);

        assertInvalidGrant(owner.refresh(first.refresh()));

        assertInvalidGrant(owner.refresh(second.refresh()));
        assertThat(owner.whoami(second.access()).error()).isEqualTo("invalid_token");
        assertThat(owner.whoami(first.access()).error()).isEqualTo("invalid_token");
    }

    @Test
    @DisplayName("A79: what only looks like a refresh token ends nothing")
    void forgedToken_endsNothing() {
        OAuthClient owner = OAuthClient.register(strict);
        Tokens tokens = SignIn.of(owner).tokens();
        String[] parts = tokens.refresh().split("\\.", -1);
        String forged = String.join(".", parts[0], parts[1], Pkce.text(), parts[3]);

        assertInvalidGrant(owner.refresh(forged));
        Tokens next = Tokens.of(owner.refresh(tokens.refresh()));
        // The id of the grant and the number of a spent token are no secret to whoever sees a log.
        assertInvalidGrant(owner.refresh(forged));

        assertThat(owner.whoami(next.access()).status()).isEqualTo(200);
        assertThat(owner.refresh(next.refresh()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A81: another client cannot use it, and cannot end it")
    void otherClient_isRefused() {
        Tokens tokens = SignIn.of(client).tokens();

        assertInvalidGrant(OAuthClient.register(sample).refresh(tokens.refresh()));

        assertThat(client.refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A82: a refresh never gets more scope or another resource, and asking burns nothing")
    void widening_isRefused() {
        Tokens tokens = SignIn.of(client).tokens();

        Answer wider = refresh(tokens, "scope", "tableau:content:read");
        Answer elsewhere = refresh(tokens, "resource", sample.base() + "/mcp");

        assertThat(wider.status()).isEqualTo(400);
        assertThat(wider.error()).isEqualTo("invalid_scope");
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.error()).isEqualTo("invalid_target");
        assertThat(client.refresh(tokens.refresh()).status()).isEqualTo(200);
    }

    private static Answer refresh(Tokens tokens, String name, String value) {
        return client.token(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.refresh(),
                "client_id",
                client.id(),
                name,
                value));
    }

    private static void assertInvalidGrant(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_grant");
    }
}
