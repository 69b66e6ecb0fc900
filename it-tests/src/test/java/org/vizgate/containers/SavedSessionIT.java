package org.vizgate.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;

import static org.assertj.core.api.Assertions.assertThat;

/** An application that keeps its caller in the HTTP session, in a container that saves sessions to files. */
@ContainerTest
@NullUnmarked // Arquillian and JUnit set the fields.
class SavedSessionIT {
    private static final String NAME = "kept";
    private static final URI ISSUER = GateWar.address("/" + NAME);
    private static final Path FOLDER = Path.of(System.getProperty("it.work"), "sessions-" + Container.name())
            .toAbsolutePath();
    private static final String NOTE = "the-note-of-jo";

    @ArquillianResource
    private Deployer deployer;

    private boolean isDeployed;

    @Deployment(name = NAME, managed = false, testable = false)
    static WebArchive kept() {
        return GateWar.at("/" + NAME)
                .application()
                .classes("kept")
                .file("META-INF/context.xml", """
                        <Context>
                          <Manager className="org.apache.catalina.session.PersistentManager" saveOnRestart="true">
                            <Store className="org.apache.catalina.session.FileStore" directory="%s"/>
                          </Manager>
                        </Context>
                        """.formatted(FOLDER))
                .file("WEB-INF/jetty-web.xml", """
                        <?xml version="1.0"?>
                        <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
                        <Configure>
                          <Get id="sessions" name="sessionHandler">
                            <Set name="sessionCache">
                              <New class="org.eclipse.jetty.session.DefaultSessionCache">
                                <Arg><Ref refid="sessions"/></Arg>
                                <Set name="sessionDataStore">
                                  <New class="org.eclipse.jetty.session.FileSessionDataStore">
                                    <Set name="storeDir"><New class="java.io.File"><Arg>%s</Arg></New></Set>
                                  </New>
                                </Set>
                              </New>
                            </Set>
                          </Get>
                        </Configure>
                        """.formatted(FOLDER))
                .build();
    }

    @BeforeEach
    void deploy() {
        Container.skipUnless(
                Container.isEmbedded(), "SavedSessionIT", "it saves sessions only if the server itself is told to");
        delete();
        start();
    }

    @AfterEach
    void undeploy() {
        if (isDeployed) {
            stop();
        }
    }

    @Test
    void callerInASession_isNotSaved_andTheApplicationGoesOn() {
        String access = token();
        String tableauToken = Facts.of(Http.call(at("/api/whoami"), access)).get("tableauAccessToken");
        String others = opened("?note=" + NOTE, access);
        String callers = opened("?caller=1&note=" + NOTE, access);
        assertThat(kept(callers, access)).isEqualTo("[caller, history, note, principal, session, token]");

        String log;
        try (ServerLog captured = ServerLog.capture()) {
            stop();
            log = captured.text();
        }
        List<String> files = saved();
        start();

        assertThat(files).anyMatch(file -> file.contains(NOTE));
        assertThat(files).noneMatch(file -> file.contains(tableauToken) || file.contains(access));
        assertThat(log).contains("NotSerializableException: org.vizgate.").doesNotContain(tableauToken, access);
        String again = token();
        assertThat(kept(others, again)).isEqualTo("[note]");
        // Jetty saves all of a session or nothing.
        assertThat(kept(callers, again)).isEqualTo(Container.isJetty() ? "[]" : "[note]");
    }

    private static String token() {
        return SignIn.of(OAuthClient.register(ISSUER)).tokens().access();
    }

    /** The cookie of a new session. */
    private static String opened(String query, String access) {
        Answer answer = Http.call(at("/api/kept" + query), access);
        assertThat(answer.status()).isEqualTo(200);
        return answer.headerValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    private static String kept(String cookie, String access) {
        return Facts.of(Http.get(at("/api/kept"), "Authorization", "Bearer " + access, "Cookie", cookie))
                .get("kept");
    }

    private void start() {
        deployer.deploy(NAME);
        isDeployed = true;
    }

    private void stop() {
        isDeployed = false;
        deployer.undeploy(NAME);
    }

    private static List<String> saved() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).map(SavedSessionIT::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete() {
        try {
            Files.createDirectories(FOLDER);
            try (Stream<Path> files = Files.list(FOLDER)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI at(String path) {
        return URI.create(ISSUER + path);
    }
}
