package org.vizgate.it;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.ADA_DEFAULT;
import static org.vizgate.standin.data.SampleData.JO_MARKETING;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** Tableau's sites, and people who say no. */
@ExtendWith(ShowOutput.class)
class SiteIT {
    private static Sample sample;
    private static Sample locked;

    @BeforeAll
    static void start() {
        sample = Sample.start();
        locked = Sample.builder().set("SITE_NAME", "sales").start();
    }

    @AfterAll
    static void stop() {
        sample.close();
        locked.close();
    }

    @Test
    @DisplayName("The same name on two sites is two users, who see different workbooks")
    void sameNameOnTwoSites_isTwoCallers() {
        OAuthClient client = OAuthClient.register(sample);
        String sales = SignIn.of(client).as(JO_SALES).tokens().access();
        String marketing = SignIn.of(client).as(JO_MARKETING).tokens().access();

        assertCaller(client.whoami(sales), JO_SALES.luid(), "sales");
        assertCaller(client.whoami(marketing), JO_MARKETING.luid(), "marketing");
        assertThat(Http.call(sample.at("/api/workbooks"), sales).body())
                .contains("Jo's pipeline")
                .doesNotContain("Jo's plan");
        assertThat(Http.call(sample.at("/api/workbooks"), marketing).body())
                .contains("Jo's plan")
                .doesNotContain("Jo's pipeline");

        String onDefault = SignIn.of(client).as(ADA_DEFAULT).tokens().access();
        assertCaller(client.whoami(onDefault), ADA_DEFAULT.luid(), "");
    }

    private static void assertCaller(Answer answer, String luid, String site) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getJsonObject("user").getString("id")).isEqualTo(luid);
        assertThat(answer.json().getJsonObject("user").getString("name")).isIn("jo@corp.example", "ada@corp.example");
        assertThat(answer.json().getJsonObject("site").getString("contentUrl")).isEqualTo(site);
    }

    @Test
    @DisplayName("A85: with a site lock Tableau is asked for that site, and only its users get in")
    void siteLock_letsOneSiteIn() {
        OAuthClient client = OAuthClient.register(locked);
        Answer page = SignIn.of(client).authorize();
        assertThat(page.body()).contains("sales");

        SignIn signIn = SignIn.of(client);
        Answer sent = signIn.decide(signIn.authorize(), "allow");
        assertThat(sent.location().getRawQuery()).contains("sales");
        assertThat(signIn.visitor()
                        .post(sent.location(), Map.of("standin_user", JO_MARKETING.luid()))
                        .status())
                .as("Tableau offers no other site")
                .isEqualTo(400);

        Tokens tokens = SignIn.of(client).as(JO_SALES).tokens();
        assertThat(client.whoami(tokens.access()).status()).isEqualTo(200);
        assertCaller(client.whoami(Tokens.of(client.refresh(tokens.refresh())).access()), JO_SALES.luid(), "sales");
    }

    @Test
    @DisplayName("A user of another site gets a page that says which site was used, and a way back")
    void anotherSite_isExplained() {
        SignIn signIn = SignIn.of(OAuthClient.register(locked));
        Answer sent = signIn.decide(signIn.authorize(), "allow");
        // A Tableau that does not honour the request for a site, as older ones do not.
        URI unlocked = URI.create(sent.location().toString().replace("redirected=true", "redirected=false"));
        assertThat(unlocked).isNotEqualTo(sent.location());
        Answer back = signIn.visitor().post(unlocked, Map.of("standin_user", JO_MARKETING.luid()));
        assertThat(back.status()).as("%s gave %s", unlocked, back.body()).isIn(302, 303);

        Answer page = signIn.visitor().get(back.location());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.headers()).doesNotContainKey("location");
        assertThat(page.body())
                .contains("marketing", "sales")
                .contains("Sign out at Tableau")
                .contains("error=access_denied")
                .contains("state=xyz");
    }

    @Test
    @DisplayName("A42 A26 A28: whoever says no here or at Tableau sends access_denied to the client")
    void no_isTold() {
        SignIn here = SignIn.of(OAuthClient.register(sample));
        assertDenied(here.decide(here.authorize(), "deny"));

        SignIn there = SignIn.of(OAuthClient.register(sample));
        Answer sent = there.decide(there.authorize(), "allow");
        Answer back = there.visitor().post(sent.location(), Map.of("standin_deny", "true"));
        assertDenied(there.visitor().get(back.location()));
    }

    private static void assertDenied(Answer answer) {
        assertThat(answer.location().toString()).startsWith(OAuthClient.REDIRECT + "?");
        assertThat(answer.sent("error")).isEqualTo("access_denied");
        assertThat(answer.sent("error_description")).isNotEmpty();
        assertThat(answer.sent("state")).isEqualTo("xyz");
        assertThat(answer.sent("iss")).isEqualTo(sample.base().toString());
        assertThat(answer.sent("code")).isEmpty();
    }
}
