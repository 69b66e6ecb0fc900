package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;
import org.vizgate.it.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_MARKETING;

/** {@link TwoApplications} that share the jars of the server; then a third one comes, and goes. */
@ContainerTest
@NullUnmarked // Arquillian sets the field.
class SharedLibrariesIT extends TwoApplications {
    private static final String GUEST = "guest";
    private static final URI AT_SALES = GateWar.address("/sales");
    private static final URI AT_MARKETING = GateWar.address("/marketing");
    private static final URI AT_GUEST = GateWar.address("/guest");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = SALES, testable = false)
    static WebArchive salesWithoutJars() {
        return sales().classes("libraries").classes("watched").sharedLibraries().build();
    }

    @Deployment(name = MARKETING, testable = false)
    static WebArchive marketingWithoutJars() {
        return marketing().classes("libraries").sharedLibraries().build();
    }

    @Deployment(name = GUEST, managed = false, testable = false)
    static WebArchive guest() {
        return GateWar.at("/guest")
                .application()
                .classes("trace")
                .sharedLibraries()
                .build();
    }

    @Deployment(name = "left-out", managed = false, testable = false)
    static WebArchive leftOut() {
        return GateWar.at("/left-out")
                .unset("OAUTH_ISSUER")
                .set("OAUTH_AUTO_REGISTER", "false")
                .application()
                .sharedLibraries()
                .build();
    }

    @Test
    @OperateOnDeployment(SALES)
    void bothUseTheSameJars() {
        String path = "/api/libraries";
        Facts ofSales =
                Facts.of(Http.call(URI.create(AT_SALES + path), Callers.newToken(OAuthClient.register(AT_SALES))));
        SignIn atMarketing =
                SignIn.of(OAuthClient.registerAt(AT_MARKETING, "/signin")).as(JO_MARKETING);
        Facts ofMarketing = Facts.of(
                Http.call(URI.create(AT_MARKETING + path), atMarketing.tokens().access()));

        assertThat(ofSales.get("gate")).contains("vizgate-filter-impl").isEqualTo(ofMarketing.get("gate"));
        assertThat(ofSales.get("jose4j")).isEqualTo(ofMarketing.get("jose4j"));
    }

    @Test
    @OperateOnDeployment(SALES)
    void oneThatGoes_leavesTheOthersAlone() {
        SignIn atSales = SignIn.of(OAuthClient.register(AT_SALES));
        Tokens before = atSales.tokens();

        deployer.deploy(GUEST);
        String access = Callers.newToken(OAuthClient.register(AT_GUEST));
        assertThat(Http.call(URI.create(AT_GUEST + "/api/whoami"), access).status())
                .isEqualTo(200);
        assertThat(gates(before)).contains("context=\"/guest\"").contains("context=\"/sales\"");
        deployer.undeploy(GUEST);

        assertThat(gates(before))
                .doesNotContain("context=\"/guest\"")
                .contains("context=\"/sales\"", "context=\"/marketing\"");
        Tokens after = Tokens.of(atSales.client().refresh(before.refresh()));
        Answer who = atSales.client().whoami(after.access());
        assertThat(who.status()).isEqualTo(200);
    }

    @Test
    @OperateOnDeployment(SALES)
    void oneThatGoes_isNotHeldByTheSharedJars() {
        Container.skipUnless(
                Container.isEmbedded(),
                "SharedLibrariesIT class loaders",
                "it runs in a process that the test cannot look into");
        deployer.deploy(GUEST);
        String access = Callers.newToken(OAuthClient.register(AT_GUEST));
        assertThat(Http.call(URI.create(AT_GUEST + "/api/whoami"), access).status())
                .isEqualTo(200);
        GoneLoaders loaders = new GoneLoaders();
        loaders.addLastDeployed();
        deployer.undeploy(GUEST);

        loaders.assertGone();
    }

    @Test
    @OperateOnDeployment(SALES)
    void applicationThatIsLeftOut_isAsItWas() {
        deployer.deploy("left-out");
        try {
            Answer answer = Http.get(URI.create(GateWar.address("/left-out") + "/api/whoami"));

            assertThat(Facts.of(answer).get("caller")).isEqualTo("nobody");
        } finally {
            deployer.undeploy("left-out");
        }
    }

    private static String gates(Tokens atSales) {
        Answer beans = Http.call(URI.create(AT_SALES + "/api/beans"), atSales.access());
        assertThat(beans.status()).isEqualTo(200);
        return beans.body();
    }
}
