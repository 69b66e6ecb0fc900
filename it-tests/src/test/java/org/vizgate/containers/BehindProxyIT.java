package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** Published under another path than its own: what clients and browsers are told are the addresses of the proxy. */
@ContainerTest
class BehindProxyIT {
    private static final PathProxy PROXY = PathProxy.start("/public/shop", GateWar.address("/inner"));
    private static final URI ISSUER = PROXY.address();

    @Deployment(testable = false)
    static WebArchive inner() {
        return GateWar.at("/inner")
                .set("OAUTH_ISSUER", ISSUER.toString())
                .set("OAUTH_RESOURCE_URI", ISSUER + "," + ISSUER + "/api/below")
                .application()
                .build();
    }

    @AfterAll
    static void stop() {
        PROXY.close();
    }

    @Test
    void addresses_areThoseOfTheProxy() {
        Answer refused = Http.get(URI.create(ISSUER + "/api/below/x"));

        assertThat(refused.status()).isEqualTo(401);
        URI named = URI.create(refused.challenge().replaceAll(".*resource_metadata=\"([^\"]+)\".*", "$1"));
        assertThat(named).hasToString(ISSUER + "/.well-known/oauth-protected-resource/api/below");
        assertThat(Http.get(named).json().getString("resource")).isEqualTo(ISSUER + "/api/below");
        assertThat(Http.get(URI.create(ISSUER + "/.well-known/openid-configuration"))
                        .json()
                        .getString("token_endpoint"))
                .isEqualTo(ISSUER + "/oauth/token");
    }

    @Test
    void wholeSignIn_goesThroughTheProxy() {
        SignIn signIn = SignIn.of(OAuthClient.register(ISSUER));
        Answer back = signIn.backFromTableau();
        assertThat(back.location().toString()).startsWith(ISSUER + "/Callback?");
        String code = signIn.visitor().get(back.location()).sent("code");

        Answer tokens = signIn.client().redeem(code, signIn.verifier());

        Facts facts = Facts.of(signIn.client().whoami(tokens.json().getString("access_token")));
        assertThat(facts.get("caller")).isEqualTo(JO_SALES.luid());
    }
}
