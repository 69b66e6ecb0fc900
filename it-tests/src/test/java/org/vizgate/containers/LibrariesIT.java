package org.vizgate.containers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/**
 * The container's own libraries and the WAR's. The runs {@code tomcat10} and {@code jetty-ee10} have older ones than the gate's
 * in the class path of the server; WildFly has modules, and GlassFish looks into its own libraries first.
 */
@ContainerTest
@NullUnmarked // Arquillian sets the field.
class LibrariesIT {
    private static final List<String> JSON = List.of("yasson", "parsson", "jakarta.json");
    private static final String OF_GLASSFISH = "/glassfish-embedded-all";
    private static final String OWN_FIRST = """
            <glassfish-web-app><class-loader delegate="false"/></glassfish-web-app>
            """;
    private static final String STRUCTURE = "WEB-INF/jboss-deployment-structure.xml";

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "libs-own", managed = false, testable = false)
    static WebArchive allInTheWar() {
        return war("/libs-own").build();
    }

    @Deployment(name = "libs-server", managed = false, testable = false)
    static WebArchive jsonOfTheServer() {
        return war("/libs-server")
                .libraries(name -> JSON.stream().noneMatch(name::startsWith))
                .build();
    }

    @Deployment(name = "libs-excluded", managed = false, testable = false)
    static WebArchive jsonOfTheServerLeftOut() {
        return war("/libs-excluded")
                .file(STRUCTURE, Readme.read("sample-war/src/main/webapp/" + STRUCTURE))
                .file("WEB-INF/glassfish-web.xml", OWN_FIRST)
                .build();
    }

    @Deployment(name = "libs-older", managed = false, testable = false)
    static WebArchive olderModule() {
        return war("/libs-older").file(STRUCTURE, """
                        <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                          <deployment><dependencies><module name="it.older"/></dependencies></deployment>
                        </jboss-deployment-structure>
                        """).build();
    }

    private static GateWar war(String contextPath) {
        return GateWar.at(contextPath).application().classes("libraries");
    }

    @Test
    void allInTheWar_isWhatTheGateUses() {
        Facts libraries = whileDeployed("libs-own");

        assertThat(libraries.get("jose4j")).contains("/WEB-INF/lib/jose4j-0.9.7");
        assertThat(libraries.get("caffeine")).contains("/WEB-INF/lib/caffeine-3.3");
        assertThat(libraries.get("httpclient")).contains("/WEB-INF/lib/httpclient5");
        assertThat(libraries.get("yasson")).contains(Container.isGlassFish() ? OF_GLASSFISH : "/WEB-INF/lib/yasson");
    }

    @Test
    void jsonOfTheServer_isGoodEnough() {
        skipUnless(Container.isWildFly() || Container.isGlassFish(), "with the server's JSON-B, Yasson and Parsson");

        // WildFly shows applications the API alone: that the gate answers proves that there is something behind it.
        assertThat(whileDeployed("libs-server").get("yasson"))
                .contains(Container.isGlassFish() ? OF_GLASSFISH : "none");
    }

    @Test
    void jsonOfTheServerLeftOut_theWarHasItsOwn() {
        skipUnless(Container.isWildFly() || Container.isGlassFish(), "with the server's JSON libraries left out");

        assertThat(whileDeployed("libs-excluded").get("yasson")).contains("/WEB-INF/lib/");
    }

    @Test
    void olderModuleInFrontOfTheWar_isGoodEnough() throws IOException {
        skipUnless(Container.isWildFly(), "with older jose4j and Caffeine in a module");
        addModule();

        Facts libraries = whileDeployed("libs-older");

        assertThat(libraries.get("jose4j")).contains("jose4j-0.9.6");
        assertThat(libraries.get("caffeine")).contains("caffeine-3.1.8");
    }

    private static void skipUnless(boolean condition, String what) {
        Container.skipUnless(condition, "LibrariesIT " + what, "this container offers no such libraries");
    }

    /** Where the libraries are, in an application that somebody has signed in to. */
    private Facts whileDeployed(String name) {
        deployer.deploy(name);
        try {
            URI issuer = GateWar.address("/" + name);
            String access = Callers.token(issuer);
            assertThat(Facts.of(Http.call(URI.create(issuer + "/api/whoami"), access))
                            .get("caller"))
                    .isEqualTo(JO_SALES.luid());
            return Facts.of(Http.call(URI.create(issuer + "/api/libraries"), access));
        } finally {
            deployer.undeploy(name);
        }
    }

    private static void addModule() throws IOException {
        Path work = Path.of(System.getProperty("it.work"));
        Path module = Files.createDirectories(work.resolve("wildfly/modules/it/older/main"));
        for (String jar : List.of("jose4j-0.9.6.jar", "caffeine-3.1.8.jar")) {
            Files.copy(work.resolve("older").resolve(jar), module.resolve(jar), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(module.resolve("module.xml"), """
                <module xmlns="urn:jboss:module:1.9" name="it.older">
                  <resources>
                    <resource-root path="jose4j-0.9.6.jar"/>
                    <resource-root path="caffeine-3.1.8.jar"/>
                  </resources>
                  <dependencies><module name="org.slf4j"/></dependencies>
                </module>
                """);
    }
}
