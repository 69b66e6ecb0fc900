package org.vizgate.spring;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringBootVersion;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;
import org.vizgate.spring.app.Registrations;
import org.vizgate.spring.app.VizgateGate;
import org.vizgate.spring.app.WhoController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** The recipes for Spring Boot, word for word. */
@Tag("spring")
class SpringBootIT {
    @Test
    void theVersion_isTheOneOfThisRun() {
        assertThat(SpringBootVersion.getVersion()).startsWith(System.getProperty("it.spring") + ".");
    }

    @Test
    void theRecipes_areTheClassesOfThisTest() {
        assertThat(SpringReadme.blocks("java"))
                .isEqualTo(List.of(SpringReadme.source(VizgateGate.class), SpringReadme.source(WhoController.class)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/shop"})
    void oneBean_protectsTheApplication(String contextPath) {
        try (BootApp app = BootApp.with(VizgateGate.class, contextPath)) {
            assertProtected(app);
        }
    }

    @Test
    void filterAndServletsAsBeans_protectTheApplication() {
        try (BootApp app = BootApp.with(Registrations.class, "")) {
            assertProtected(app);
        }
    }

    private static void assertProtected(BootApp app) {
        Answer refused = Http.get(app.at("/api/whoami"));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.challenge())
                .contains("resource_metadata=\"" + app.at("/.well-known/oauth-protected-resource") + '"');
        assertThat(Http.get(app.at("/no/such/page")).status()).isEqualTo(401);
        assertThat(Http.get(app.at("/public/hello")).body()).isEqualTo("hello");
        assertThat(Http.get(app.at("/.well-known/oauth-protected-resource"))
                        .json()
                        .getString("resource"))
                .isEqualTo(app.issuer().toString());
        assertThat(Http.get(app.at("/.well-known/oauth-authorization-server"))
                        .json()
                        .getString("issuer"))
                .isEqualTo(app.issuer().toString());

        String token = SignIn.of(OAuthClient.register(app.issuer())).tokens().access();
        Answer known = Http.call(app.at("/api/whoami"), token);
        assertThat(known.body()).isEqualTo(JO_SALES.name() + " is " + JO_SALES.luid());
        assertThat(known.headerValues("Set-Cookie")).isEmpty();
    }
}
