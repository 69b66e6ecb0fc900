package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** A listener adds filter and servlets, and the jar adds nothing. */
@ContainerTest
class ProgrammaticIT {
    private static final URI ISSUER = GateWar.address("/added");

    @Deployment(testable = false)
    static WebArchive added() {
        return GateWar.at("/added")
                .set("OAUTH_AUTO_REGISTER", "false")
                .application()
                .classes("added")
                .build();
    }

    @Test
    void signedIn_theApplicationSeesTheUser() {
        assertThat(Http.get(URI.create(ISSUER + "/api/whoami")).status()).isEqualTo(401);
        Facts facts = Facts.of(Http.call(URI.create(ISSUER + "/api/whoami"), Callers.token(ISSUER)));

        assertThat(facts.get("caller")).isEqualTo(JO_SALES.luid());
    }

    @Test
    void nothingIsRegisteredTwice_andOnlyWhatWasAdded() {
        Registered registered = Registered.in(ISSUER);

        registered.assertOnce("org.vizgate.servlet.TableauAuthFilter", "/*");
        assertThat(registered.mappings("Token")).isEqualTo("[/oauth/token]");
    }
}
