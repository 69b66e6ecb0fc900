package org.vizgate.containers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** A WebSocket is opened by a request, and the gate stands before it as before any other, however it was registered. */
@ContainerTest
@NullUnmarked // Arquillian sets the field.
class WebSocketIT {
    private static final String GATE = """
            <filter>
              <filter-name>gate</filter-name>
              <filter-class>org.vizgate.servlet.TableauAuthFilter</filter-class>
              <async-supported>true</async-supported>
            </filter>
            <filter-mapping><filter-name>gate</filter-name>%s</filter-mapping>
            """;

    private static final String SERVLETS = Readme.recipeServlets().replace("/signin/", "/oauth/");

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "socket-self", managed = false, testable = false)
    static WebArchive registeredByItself() {
        return war("/socket-self").build();
    }

    @Deployment(name = "socket-xml", managed = false, testable = false)
    static WebArchive inWebXml() {
        return war("/socket-xml").declare(gate("/*")).build();
    }

    @Deployment(name = "socket-part", managed = false, testable = false)
    static WebArchive onPartOfThePaths() {
        return war("/socket-part").declare(gate("/api/*")).build();
    }

    @Deployment(name = "socket-library", managed = false, testable = false)
    static WebArchive inWebXmlWithoutInitializer() {
        return war("/socket-library")
                .set("OAUTH_AUTO_REGISTER", "false")
                .declare(gate("/*"))
                .declare(SERVLETS)
                .build();
    }

    @Deployment(name = "socket-annotated", managed = false, testable = false)
    static WebArchive annotated() {
        return war("/socket-annotated").classes("subclass").build();
    }

    @Deployment(name = "socket-added", managed = false, testable = false)
    static WebArchive inCode() {
        return war("/socket-added")
                .set("OAUTH_AUTO_REGISTER", "false")
                .classes("added")
                .build();
    }

    @Deployment(name = "socket-last", managed = false, testable = false)
    static WebArchive inCodeAfterAllOthers() {
        return war("/socket-last")
                .set("OAUTH_AUTO_REGISTER", "false")
                .declare(SERVLETS)
                .classes("last")
                .build();
    }

    @Deployment(name = "socket-alone", managed = false, testable = false)
    static WebArchive withoutOurInitializer() {
        return war("/socket-alone")
                .declare("<absolute-ordering/>")
                .declare(gate("/*"))
                .build();
    }

    private static GateWar war(String contextPath) {
        return GateWar.at(contextPath).application().classes("socket");
    }

    private static String gate(String pattern) {
        return GATE.formatted("<url-pattern>" + pattern + "</url-pattern>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socket-self",
                "socket-xml",
                "socket-part",
                "socket-library",
                "socket-annotated",
                "socket-added",
                "socket-last"
            })
    void upgrade_needsAToken_andTheSocketKnowsTheCaller(String way) throws Exception {
        deployer.deploy(way);
        try {
            URI issuer = GateWar.address("/" + way);
            assertThat(refusal(issuer, "/api/socket")).isEqualTo(401);

            String token = Callers.token(issuer);
            assertThat(answer(issuer, "/api/socket", "Bearer " + token)).isEqualTo("hello " + JO_SALES.luid());
        } finally {
            deployer.undeploy(way);
        }
    }

    @Test
    void gateOnPartOfThePaths_leavesOthersToTheApplication() throws Exception {
        deployer.deploy("socket-part");
        try {
            assertThat(answer(GateWar.address("/socket-part"), "/socket", "none"))
                    .isEqualTo("hello nobody");
        } finally {
            deployer.undeploy("socket-part");
        }
    }

    @Test
    void initializerLeftOutElsewhere_theGateIsAsked() {
        Container.skipUnless(
                !Container.isJetty(),
                "WebSocketIT without the initializer",
                "it opens WebSockets in front of that gate");
        deployer.deploy("socket-alone");
        try {
            assertThat(refusal(GateWar.address("/socket-alone"), "/api/socket")).isEqualTo(401);
        } finally {
            deployer.undeploy("socket-alone");
        }
    }

    @Test
    void initializerLeftOutOnJetty_theAdministratorIsWarned() {
        Container.skipUnless(
                Container.isJetty(), "WebSocketIT warning", "it asks filters before it opens a WebSocket in any case");
        try (ServerLog log = ServerLog.capture()) {
            deployer.deploy("socket-alone");
            deployer.undeploy("socket-alone");
            assertThat(log.text()).contains("absolute-ordering must name the fragment vizgate");
        }
    }

    private static int refusal(URI application, String path) {
        CompletionException refused = catchThrowableOfType(
                CompletionException.class,
                () -> builder()
                        .buildAsync(socket(application, path), new FirstText())
                        .join());
        assertThat(refused).as("the socket was opened").isNotNull();
        assertThat(refused.getCause()).isInstanceOf(WebSocketHandshakeException.class);
        return ((WebSocketHandshakeException) refused.getCause()).getResponse().statusCode();
    }

    private static String answer(URI application, String path, String authorization) throws Exception {
        FirstText answer = new FirstText();
        WebSocket open = builder()
                .header("Authorization", authorization)
                .buildAsync(socket(application, path), answer)
                .join();
        try {
            open.sendText("hello", true).join();
            return answer.text.get(30, TimeUnit.SECONDS);
        } finally {
            open.abort();
        }
    }

    private static URI socket(URI application, String path) {
        return URI.create("ws" + application.toString().substring("http".length()) + path);
    }

    private static WebSocket.Builder builder() {
        return HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofSeconds(30));
    }

    private static final class FirstText implements WebSocket.Listener {
        private final CompletableFuture<String> text = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.complete(data.toString());
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            text.completeExceptionally(failure);
        }
    }
}
