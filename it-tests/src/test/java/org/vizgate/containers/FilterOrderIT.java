package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;

/** The application's own filters: behind a gate that registered itself, and where web.xml says if it names the gate. */
@ContainerTest
class FilterOrderIT {
    private static final String OWN = """
            <filter><filter-name>own</filter-name><filter-class>org.vizgate.containers.app.order.OwnFilter</filter-class></filter>
            """;
    private static final String OWN_MAPPING =
            "<filter-mapping><filter-name>own</filter-name><url-pattern>/*</url-pattern></filter-mapping>";
    private static final String GATE = """
            <filter>
              <filter-name>gate</filter-name>
              <filter-class>org.vizgate.servlet.TableauAuthFilter</filter-class>
              <async-supported>true</async-supported>
            </filter>
            """;
    private static final String GATE_MAPPING =
            "<filter-mapping><filter-name>gate</filter-name><url-pattern>/*</url-pattern></filter-mapping>";

    @Deployment(name = "self", testable = false)
    static WebArchive registeredByItself() {
        return war("/order-self", OWN + OWN_MAPPING);
    }

    @Deployment(name = "gateFirst", testable = false)
    static WebArchive gateFirst() {
        return war("/order-gate-first", OWN + GATE + GATE_MAPPING + OWN_MAPPING);
    }

    @Deployment(name = "ownFirst", testable = false)
    static WebArchive ownFirst() {
        return war("/order-own-first", OWN + GATE + OWN_MAPPING + GATE_MAPPING);
    }

    private static WebArchive war(String contextPath, String declarations) {
        return GateWar.at(contextPath)
                .declare(declarations)
                .application()
                .classes("order")
                .build();
    }

    @Test
    @OperateOnDeployment("self")
    void registeredByItself_theGateIsFirst() {
        assertGateIsFirst(GateWar.address("/order-self"));
    }

    @Test
    @OperateOnDeployment("gateFirst")
    void mappedFirst_theGateIsFirst() {
        assertGateIsFirst(GateWar.address("/order-gate-first"));
    }

    @Test
    @OperateOnDeployment("ownFirst")
    void mappedLast_theOwnFilterSeesStrangersToo() {
        URI issuer = GateWar.address("/order-own-first");
        URI who = URI.create(issuer + "/api/whoami");

        assertThat(Http.get(who).status()).isEqualTo(401);
        assertThat(Http.get(who).header("own-filter")).isEqualTo("saw nobody");
        assertThat(Http.call(who, Callers.token(issuer)).header("own-filter")).isEqualTo("saw nobody");
    }

    private static void assertGateIsFirst(URI issuer) {
        URI who = URI.create(issuer + "/api/whoami");

        Answer refused = Http.get(who);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("own-filter")).isEmpty();
        assertThat(Http.call(who, Callers.token(issuer)).header("own-filter")).isEqualTo("saw the caller");
    }
}
