package org.vizgate.containers;

import java.util.List;
import java.util.UUID;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;
import org.vizgate.it.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Grants in a database: over a pool in the WAR, and over a data source that the container keeps. */
@ContainerTest
@NullUnmarked // Arquillian sets the field.
class JdbcStoreIT {
    private static final String IN_MEMORY = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private static final String CONTEXT = """
            <Context>
              <Resource name="jdbc/grants" auth="Container" factory="org.apache.naming.factory.BeanFactory"
                        type="org.h2.jdbcx.JdbcDataSource" url="%s"/>
            </Context>
            """;
    private static final int PATIENCE_STEPS = 400;
    private static final int STEP_MS = 50;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "pooled", managed = false, testable = false)
    static WebArchive pooled() {
        return GateWar.at("/pooled").ownDatabase().application().build();
    }

    @Deployment(name = "named", managed = false, testable = false)
    static WebArchive named() {
        return withDataSource("/named", "jdbc/grants");
    }

    @Deployment(name = "named-in-full", managed = false, testable = false)
    static WebArchive namedInFull() {
        return withDataSource("/named-in-full", "java:comp/env/jdbc/grants");
    }

    private static WebArchive withDataSource(String contextPath, String name) {
        return GateWar.at(contextPath)
                .set("OAUTH_STORE", "jdbc")
                .set("OAUTH_STORE_JDBC_JNDI", name)
                .file("META-INF/context.xml", CONTEXT.formatted(IN_MEMORY))
                .application()
                .build();
    }

    @Test
    void aPoolInTheWar_keepsGrants_andItsThreadsGoWithTheApplication() {
        Container.skipUnless(
                Container.isEmbedded(), "JdbcStoreIT threads", "it runs in a process that the test cannot look into");

        assertRefreshes("pooled", List.of("vizgate-store"));

        assertThat(eventuallyNone(List.of("vizgate", "H2-", "MVStore")))
                .as("threads that are left")
                .isEmpty();
    }

    @Test
    void aDataSourceOfTheApplication_isFoundWithItsPrefixAndWithout() {
        Container.skipUnless(
                Container.isTomcat(),
                "JdbcStoreIT data source of the container",
                "only Tomcat lets an application describe one without more modules");

        assertRefreshes("named", List.of());
        assertRefreshes("named-in-full", List.of());
    }

    private void assertRefreshes(String name, List<String> threads) {
        deployer.deploy(name);
        try {
            SignIn signIn = SignIn.of(OAuthClient.register(GateWar.address("/" + name)));
            Tokens second = Tokens.of(signIn.client().refresh(signIn.tokens().refresh()));
            assertThat(signIn.client().whoami(second.access()).status()).isEqualTo(200);
            threads.forEach(prefix -> assertThat(running(List.of(prefix))).isNotEmpty());
        } finally {
            deployer.undeploy(name);
        }
    }

    private static List<String> eventuallyNone(List<String> prefixes) {
        List<String> left = running(prefixes);
        for (int i = 0; i < PATIENCE_STEPS && !left.isEmpty(); i++) {
            try {
                Thread.sleep(STEP_MS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            left = running(prefixes);
        }
        return left;
    }

    private static List<String> running(List<String> prefixes) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> prefixes.stream().anyMatch(name::startsWith))
                .toList();
    }
}
