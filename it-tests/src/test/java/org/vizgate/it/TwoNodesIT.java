package org.vizgate.it;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vizgate.standin.TableauStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes with one database and the same keys, and no sticky sessions. */
@ExtendWith(ShowOutput.class)
class TwoNodesIT {
    private static Postgres database;
    private static TableauStandIn tableau;
    private static Balancer balancer;
    private static Sample a;
    private static Sample b;

    @BeforeAll
    static void start() {
        database = Postgres.start();
        tableau = TableauStandIn.builder().start();
        balancer = Balancer.start();
        Keys keys = Keys.create();
        a = node(keys.file()).start();
        b = node(keys.file()).start();
        balancer.nodes(a.base(), b.base());
    }

    private static Sample.Builder node(Path key) {
        return Sample.builder()
                .behind(balancer)
                .tableau(tableau)
                .key(key)
                .set("OAUTH_REVOCATION_CHECK_INTERVAL_MS", 200)
                .with(database::keepGrantsOf);
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
        balancer.close();
        tableau.close();
        database.close();
    }

    @Test
    @DisplayName("A62: each step of a sign-in may happen on another node")
    void eachStepOnAnotherNode() {
        balancer.nodes(a.base());
        OAuthClient client = OAuthClient.register(balancer.origin());
        SignIn signIn = SignIn.of(client);

        balancer.nodes(b.base());
        Answer consentPage = signIn.authorize();
        balancer.nodes(a.base());
        Answer toTableau = signIn.decide(consentPage, "allow");
        balancer.nodes(b.base());
        String code =
                signIn.visitor().get(signIn.atTableau(toTableau).location()).sent("code");
        balancer.nodes(a.base());
        Tokens tokens = Tokens.of(client.redeem(code, signIn.verifier()));
        balancer.nodes(b.base());
        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);
        Tokens next = Tokens.of(client.refresh(tokens.refresh()));
        balancer.nodes(a.base());
        assertThat(client.whoami(next.access()).status()).isEqualTo(200);
        // Its second use, on the other node.
        balancer.nodes(b.base());
        assertThat(client.redeem(code, signIn.verifier()).error()).isEqualTo("invalid_grant");
        balancer.nodes(a.base(), b.base());
    }

    @Test
    @DisplayName("A54: a callback that one node has answered is refused by the other")
    void aCallbackCounts_onceAmongAllNodes() {
        balancer.nodes(a.base());
        SignIn signIn = SignIn.of(OAuthClient.register(balancer.origin()));
        URI callback = signIn.backFromTableau().location();
        Visitor copy = signIn.visitor().copy();
        assertThat(signIn.visitor().get(callback).sent("code")).isNotEmpty();

        balancer.nodes(b.base());
        Answer again = copy.get(callback);

        assertThat(again.headerValues("location")).noneMatch(location -> location.contains("code="));
        balancer.nodes(a.base(), b.base());
    }

    @Test
    @DisplayName("A80: refreshed on both nodes at the same moment, a token has one successor")
    void refreshOnBothNodesAtOnce_givesOneSuccessor() {
        OAuthClient client = OAuthClient.register(balancer.origin());
        Tokens tokens = SignIn.of(client).tokens();

        List<Answer> answers = Together.times(20, () -> client.refresh(tokens.refresh()));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        List<Tokens> successors = answers.stream().map(Tokens::of).toList();
        assertThat(successors)
                .extracting(Tokens::refresh)
                .containsOnly(successors.get(0).refresh());
        assertThat(client.refresh(successors.get(0).refresh()).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("A78: a code that 20 redeem on both nodes is good once, and what it gave ends")
    void redeemedOnBothNodesAtOnce_aCodeIsGoodOnce() {
        OAuthClient client = OAuthClient.register(balancer.origin());
        SignIn signIn = SignIn.of(client);
        String code = signIn.code();

        List<Answer> answers = Together.times(20, () -> client.redeem(code, signIn.verifier()));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        Tokens only = answers.stream()
                .filter(answer -> answer.status() == 200)
                .map(Tokens::of)
                .findFirst()
                .orElseThrow();
        assertThat(client.refresh(only.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("A88: revoked on one node, refused by the other after the interval")
    void revokedOnOne_isRefusedByTheOther() {
        OAuthClient client = OAuthClient.register(balancer.origin());
        Tokens tokens = SignIn.of(client).tokens();
        balancer.nodes(b.base());
        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);

        balancer.nodes(a.base());
        assertThat(client.revoke(tokens.refresh()).status()).isEqualTo(200);

        assertThat(client.whoami(tokens.access()).error()).isEqualTo("invalid_token");
        balancer.nodes(b.base());
        assertThat(client.refresh(tokens.refresh()).error()).isEqualTo("invalid_grant");
        Eventually.holds(() -> client.whoami(tokens.access()).status() == 401);
        balancer.nodes(a.base(), b.base());
    }
}
