package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** An annotated subclass is the gate; the servlets register themselves. */
@ContainerTest
class SubclassIT {
    private static final URI ISSUER = GateWar.address("/subclass");

    @Deployment(testable = false)
    static WebArchive subclass() {
        return GateWar.at("/subclass").application().classes("subclass").build();
    }

    @Test
    void onlyTheMappedPaths_areProtected() {
        assertThat(Http.get(URI.create(ISSUER + "/api/whoami")).status()).isEqualTo(401);
        assertThat(Facts.of(Http.get(URI.create(ISSUER + "/problem"))).get("user"))
                .isEqualTo("null");
    }

    @Test
    void signedIn_theApplicationSeesTheUser() {
        Facts facts = Facts.of(Http.call(URI.create(ISSUER + "/api/whoami"), Callers.token(ISSUER)));

        assertThat(facts.get("caller")).isEqualTo(JO_SALES.luid());
    }

    @Test
    void initParamOfTheAnnotation_counts() {
        assertThat(Http.get(URI.create(ISSUER + "/.well-known/oauth-protected-resource"))
                        .json()
                        .getJsonArray("scopes_supported")
                        .getString(0))
                .isEqualTo("tableau:content:read");
    }

    @Test
    void nothingIsRegisteredTwice() {
        Registered.in(ISSUER).assertOnce("org.vizgate.containers.app.subclass.ApiGate", "/api/*");
    }
}
