package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** The order of README.md, which names our fragment alone: no other jar is looked through, and the gate stands all the same. */
@ContainerTest
class OrderedIT {
    private static final URI ISSUER = GateWar.address("/ordered");

    @Deployment(testable = false)
    static WebArchive ordered() {
        return GateWar.at("/ordered")
                .declare(Container.isGlassFish() ? "" : Readme.block("xml", "<absolute-ordering>"))
                .application()
                .build();
    }

    @BeforeEach
    void skipOnGlassFish() {
        Container.skipUnless(
                !Container.isGlassFish(), "OrderedIT", "it loads an initializer from the jars alone that are named");
    }

    @Test
    void theJarStillRegistersTheGate() {
        assertThat(Http.get(URI.create(ISSUER + "/api/whoami")).status()).isEqualTo(401);
        Registered.in(ISSUER).assertOnce("org.vizgate.servlet.TableauAuthFilter", "/*");
    }

    // By its annotation: those of the application's own classes are read in any case.
    @Test
    void theApplicationsServlet_seesTheUser() {
        Facts facts = Facts.of(Http.call(URI.create(ISSUER + "/api/whoami"), Callers.token(ISSUER)));

        assertThat(facts.get("caller")).isEqualTo(JO_SALES.luid());
    }
}
