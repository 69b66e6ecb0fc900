package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar registers what the application has not: each component by itself. */
@ContainerTest
class SelfRegistrationIT {
    private static final URI ISSUER = GateWar.address("/self");

    @Deployment(testable = false)
    static WebArchive self() {
        return GateWar.at("/self").declare("""
                        <servlet>
                          <servlet-name>mine</servlet-name>
                          <servlet-class>org.vizgate.servlet.RevokeServlet</servlet-class>
                        </servlet>
                        <servlet-mapping><servlet-name>mine</servlet-name><url-pattern>/oauth/revoke</url-pattern></servlet-mapping>
                        """).application().build();
    }

    @Test
    void nothingIsRegisteredTwice_andTheDeclaredServletStaysWhereItIs() {
        Registered registered = Registered.in(ISSUER);

        registered.assertOnce("org.vizgate.servlet.TableauAuthFilter", "/*");
        assertThat(registered.mappings("Revoke")).isEqualTo("[/oauth/revoke]");
        assertThat(registered.mappings("Token")).isEqualTo("[/oauth/token, /oauth2/token]");
    }
}
