package org.vizgate.containers;

import java.net.URI;
import java.util.List;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What cannot protect does not start: the deployment fails, and the administrator reads all that is wrong at once. */
@ContainerTest
@NullUnmarked // Arquillian sets the field.
class BadSettingsIT {
    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "bad", managed = false, testable = false)
    static WebArchive bad() {
        return GateWar.at("/bad")
                .set("OAUTH_ISSUER", "http://app.example.com/bad/")
                .set("OAUTH_JWE_PRIVATE_KEY_PATH", "relative.pem")
                .set("OAUTH_PUBLIC_PATHS", "assets")
                .application()
                .build();
    }

    @Deployment(name = "none", managed = false, testable = false)
    static WebArchive none() {
        return GateWar.at("/none").unset("OAUTH_ISSUER").application().build();
    }

    @Deployment(name = "two", managed = false, testable = false)
    static WebArchive two() {
        return GateWar.at("/two").application().classes("added").build();
    }

    @Deployment(name = "unmapped", managed = false, testable = false)
    static WebArchive unmapped() {
        return GateWar.at("/unmapped").declare("""
                        <filter>
                          <filter-name>gate</filter-name>
                          <filter-class>org.vizgate.servlet.TableauAuthFilter</filter-class>
                        </filter>
                        """).application().build();
    }

    @Deployment(name = "bad-library", managed = false, testable = false)
    static WebArchive badLibrary() {
        return GateWar.at("/bad-library")
                .unset("OAUTH_ISSUER")
                .set("OAUTH_AUTO_REGISTER", "false")
                .classes("added")
                .application()
                .build();
    }

    @Test
    void wrongSettings_areToldAllAtOnce() {
        assertThat(failureOf("bad")).contains("OAUTH_ISSUER", "OAUTH_JWE_PRIVATE_KEY_PATH", "OAUTH_PUBLIC_PATHS");
    }

    @Test
    void noIssuer_nothingStarts() {
        assertThat(failureOf("none")).contains("OAUTH_ISSUER", "DANGEROUSLY_DISABLE_OAUTH");
    }

    @Test
    void secondGate_isRefused_withTheSettingThatHelps() {
        assertThat(failureOfFilter("two", List.of(401, 500, 503))).contains("OAUTH_AUTO_REGISTER=false");
    }

    @Test
    void noIssuer_aGateFromCodeDoesNotStart() {
        assertThat(failureOfFilter("bad-library", List.of(500, 503)))
                .contains("OAUTH_ISSUER", "DANGEROUSLY_DISABLE_OAUTH");
    }

    @Test
    void gateWithoutMapping_isRefused() {
        assertThat(failureOfFilter("unmapped", List.of(500, 503))).contains("filter-mapping");
    }

    private String failureOf(String name) {
        try (ServerLog log = ServerLog.capture()) {
            Throwable failure = catchThrowable(() -> deployer.deploy(name));
            // An embedded Tomcat tells nobody, and keeps an application that answers nothing.
            if (Container.isTomcat()) {
                assertThat(statusOf(name)).isIn(404, 503);
                deployer.undeploy(name);
            } else {
                assertThat(failure).as("deployment of %s", name).isNotNull();
                assertThat(statusOf(name)).isIn(404, 503);
            }
            return failure + "\n" + log.text();
        }
    }

    // WildFly makes filters when they are first needed, and GlassFish goes on without those that have failed:
    // there it is the requests that fail, all of them.
    // Of two gates the one that stands may answer first.
    private String failureOfFilter(String name, List<Integer> statuses) {
        if (!Container.isWildFly() && !Container.isGlassFish()) {
            return failureOf(name);
        }
        try (ServerLog log = ServerLog.capture()) {
            deployer.deploy(name);
            try {
                assertThat(statusOf(name)).isIn(statuses);
                assertThat(statusOf(name)).isIn(statuses);
                return log.text();
            } finally {
                deployer.undeploy(name);
            }
        }
    }

    private static int statusOf(String name) {
        return Http.get(URI.create(GateWar.address("/" + name) + "/api/whoami")).status();
    }
}
