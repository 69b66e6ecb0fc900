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
            <filter-mapping><filter-name>gate</filter-name><url-pattern>/*</url-pattern></filter-mapping>
            """;

    @ArquillianResource
    private Deployer deployer;

    @Deployment(name = "socket-self", managed = false, testable = false)
    static WebArchive registeredByItself() {
        return war("/socket-self").build();
    }

    @Deployment(name = "socket-xml", managed = false, testable = false)
    static WebArchive inWebXml() {
        return war("/socket-xml").declare(GATE).build();
    }

    @Deployment(name = "socket-added", managed = false, testable = false)
    static WebArchive inCode() {
        return war("/socket-added")
                .set("OAUTH_AUTO_REGISTER", "false")
                .classes("added")
                .build();
    }

    private static GateWar war(String contextPath) {
        return GateWar.at(contextPath).application().classes("socket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket-self", "socket-xml", "socket-added"})
    void upgrade_needsAToken_andTheSocketKnowsTheCaller(String way) throws Exception {
        Container.skipUnless(
                Container.hasWebSocket(), "WebSocketIT " + way, "its WebSocket module cannot be resolved whole");
        Container.skipUnless(
                !Container.isJetty() || !way.equals("socket-xml"),
                "WebSocketIT " + way,
                "Jetty puts its own filter for WebSockets in front of those in web.xml, and no token is asked for");
        deployer.deploy(way);
        try {
            URI issuer = GateWar.address("/" + way);
            URI socket = URI.create("ws" + issuer.toString().substring("http".length()) + "/socket");

            CompletionException refused = catchThrowableOfType(
                    CompletionException.class,
                    () -> builder().buildAsync(socket, new FirstText()).join());
            assertThat(refused.getCause()).isInstanceOf(WebSocketHandshakeException.class);
            assertThat(((WebSocketHandshakeException) refused.getCause())
                            .getResponse()
                            .statusCode())
                    .isEqualTo(401);

            FirstText answer = new FirstText();
            WebSocket open = builder()
                    .header("Authorization", "Bearer " + Callers.token(issuer))
                    .buildAsync(socket, answer)
                    .join();
            open.sendText("hello", true).join();
            assertThat(answer.text.get(30, TimeUnit.SECONDS)).isEqualTo("hello " + JO_SALES.luid());
            open.abort();
        } finally {
            deployer.undeploy(way);
        }
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
