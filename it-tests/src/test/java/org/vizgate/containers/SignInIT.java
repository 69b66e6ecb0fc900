package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;
import org.vizgate.it.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

/** A WAR with the jar in it and nothing else, below a context path: from the first refusal to the revocation. */
@ContainerTest
class SignInIT {
    private static final URI ISSUER = GateWar.address("/shop");

    @Deployment(testable = false)
    static WebArchive shop() {
        return GateWar.at("/shop")
                .set("OAUTH_SCOPES_SUPPORTED", "tableau:content:read tableau:content:write")
                .application()
                .build();
    }

    @Test
    void noToken_isChallenged_andTheMetadataLeadTheWay() {
        Answer refused = Http.get(at("/api/whoami"));

        assertThat(refused.status()).isEqualTo(401);
        URI named = URI.create(refused.challenge().replaceAll(".*resource_metadata=\"([^\"]+)\".*", "$1"));
        assertThat(named).isEqualTo(at("/.well-known/oauth-protected-resource"));
        Answer resource = Http.get(named);
        assertThat(resource.json().getString("resource")).isEqualTo(ISSUER.toString());
        assertThat(resource.json().getJsonArray("authorization_servers").getString(0))
                .isEqualTo(ISSUER.toString());
        for (String document : new String[] {"oauth-authorization-server", "openid-configuration"}) {
            assertThat(Http.get(at("/.well-known/" + document)).json().getString("token_endpoint"))
                    .isEqualTo(ISSUER + "/oauth/token");
        }
    }

    @Test
    void signedIn_theApplicationSeesTheUser() {
        SignIn signIn = SignIn.of(OAuthClient.register(ISSUER)).with("scope", "tableau:content:read");

        Facts facts = Facts.of(signIn.client().whoami(signIn.tokens().access()));

        assertThat(facts.get("caller")).isEqualTo(JO_SALES.luid());
        assertThat(facts.get("user")).isEqualTo(JO_SALES.luid());
        assertThat(facts.get("scheme")).isEqualTo("Bearer");
        assertThat(facts.get("reader")).isEqualTo("true");
        assertThat(facts.get("writer")).isEqualTo("false");
        assertThat(facts.get("tableauUserName")).isEqualTo(JO_SALES.name());
        assertThat(facts.get("tableauSiteContentUrl")).isEqualTo(SALES.contentUrl());
        assertThat(facts.get("tableauScopes")).isEqualTo("tableau:content:read");
        assertThat(facts.get("tableauServer"))
                .isEqualTo(Tableau.standIn().address().toString());
        assertThat(facts.get("tableauAccessToken")).isNotEmpty().isNotEqualTo("null");
    }

    @Test
    void refreshedAndRevoked_allTokensEnd() {
        SignIn signIn = SignIn.of(OAuthClient.register(ISSUER));
        OAuthClient client = signIn.client();
        Tokens first = signIn.tokens();

        Tokens second = Tokens.of(client.refresh(first.refresh()));
        assertThat(client.whoami(second.access()).status()).isEqualTo(200);
        assertThat(client.revoke(second.refresh()).status()).isEqualTo(200);

        assertThat(client.whoami(second.access()).status()).isEqualTo(401);
        assertThat(client.refresh(second.refresh()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void tokenThatIsNone_isRefused() {
        Answer answer = Http.call(at("/api/whoami"), "a.b.c.d.e");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.challenge()).contains("error=\"invalid_token\"");
    }

    @Test
    void aliasAndUnknownEndpoints_answerAsOnEveryContainer() {
        assertThat(Http.get(at("/oauth/token")).status()).isEqualTo(405);
        assertThat(Http.get(at("/oauth2/token")).status()).isEqualTo(405);
        assertThat(Http.get(at("/oauth/nothing")).status()).isEqualTo(401);
        assertThat(Http.get(at("/.well-known/oauth-protected-resource/nothing")).status())
                .isEqualTo(404);
    }

    @Test
    void gateNeedsNoHttpSession_andNothingOfACallerCanBeSaved() {
        SignIn signIn = SignIn.of(OAuthClient.register(ISSUER));
        Answer consentPage = signIn.authorize();
        Answer back = signIn.atTableau(signIn.decide(consentPage, "allow"));
        Answer atClient = signIn.visitor().get(back.location());
        String access = Tokens.of(signIn.client().redeem(atClient.sent("code"), signIn.verifier()))
                .access();
        Answer who = signIn.client().whoami(access);

        assertThat(Facts.of(who).get("session")).isEqualTo("null");
        for (Answer answer : new Answer[] {consentPage, atClient, who}) {
            assertThat(answer.headerValues("set-cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }
        assertThat(Http.call(at("/api/serial"), access).body().lines())
                .hasSize(5)
                .containsOnly("refused");
    }

    private static URI at(String path) {
        return URI.create(ISSUER + path);
    }
}
