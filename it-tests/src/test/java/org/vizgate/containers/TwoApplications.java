package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_MARKETING;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** Two applications in one Java process, each with its own settings, and wherever their jars are. */
abstract class TwoApplications {
    static final String SALES = "sales";
    static final String MARKETING = "marketing";
    private static final URI AT_SALES = GateWar.address("/sales");
    private static final URI AT_MARKETING = GateWar.address("/marketing");

    static GateWar sales() {
        return GateWar.at("/sales").set("SITE_NAME", "sales").application();
    }

    static GateWar marketing() {
        return GateWar.at("/marketing")
                .set("SITE_NAME", "marketing")
                .set("OAUTH_ACCESS_TOKEN_FORMAT", "direct")
                .set("OAUTH_ENDPOINT_PATH", "/signin")
                .application();
    }

    @Test
    @OperateOnDeployment(SALES)
    void eachSignsInToItsOwnSite() {
        SignIn atSales = SignIn.of(OAuthClient.register(AT_SALES));
        SignIn atMarketing =
                SignIn.of(OAuthClient.registerAt(AT_MARKETING, "/signin")).as(JO_MARKETING);

        // The site is locked, so a user's name is theirs alone.
        assertThat(whoami(AT_SALES, atSales.tokens().access()).get("user")).isEqualTo(JO_SALES.name());
        assertThat(whoami(AT_MARKETING, atMarketing.tokens().access()).get("caller"))
                .isEqualTo(JO_MARKETING.luid());
    }

    @Test
    @OperateOnDeployment(SALES)
    void userOfTheOthersSite_isNotOffered() {
        Answer page = SignIn.of(OAuthClient.register(AT_SALES)).as(JO_MARKETING).backFromTableau();

        assertThat(page.status()).isEqualTo(400);
    }

    @Test
    @OperateOnDeployment(MARKETING)
    void tokenOfOne_opensNotTheOther() {
        String access = SignIn.of(OAuthClient.register(AT_SALES)).tokens().access();

        assertThat(Http.call(URI.create(AT_SALES + "/api/whoami"), access).status())
                .isEqualTo(200);
        Answer refused = Http.call(URI.create(AT_MARKETING + "/api/whoami"), access);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.challenge()).contains("invalid_token");
    }

    @Test
    @OperateOnDeployment(SALES)
    void eachHasOneGate() {
        Registered.in(
                        AT_SALES,
                        SignIn.of(OAuthClient.register(AT_SALES)).tokens().access())
                .assertOnce("org.vizgate.servlet.TableauAuthFilter", "/*");
    }

    private static Facts whoami(URI application, String access) {
        return Facts.of(Http.call(URI.create(application + "/api/whoami"), access));
    }
}
