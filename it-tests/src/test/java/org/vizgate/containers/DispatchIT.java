package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** A request is asked for its token once, and has its caller wherever the application sends it. */
@ContainerTest
class DispatchIT {
    private static final URI ISSUER = GateWar.address("/dispatch");

    @Deployment(testable = false)
    static WebArchive dispatch() {
        return GateWar.at("/dispatch").declare("""
                        <error-page><error-code>418</error-code><location>/problem</location></error-page>
                        <error-page><error-code>500</error-code><location>/problem</location></error-page>
                        """).application().build();
    }

    @ParameterizedTest
    @CsvSource({"forward,FORWARD", "include,INCLUDE", "async,ASYNC", "async-write,REQUEST"})
    void dispatched_theCallerIsStillThere(String way, String dispatcher) {
        skipWhatGlassFishLoses(way);
        Facts facts = Facts.of(get("/api/to/" + way));

        assertThat(facts.get("dispatcher")).isEqualTo(dispatcher);
        assertCallerIsThere(facts);
    }

    private static void skipWhatGlassFishLoses(String way) {
        Container.skipUnless(
                !Container.isGlassFish() || way.equals("async-write") || !way.startsWith("async"),
                "DispatchIT " + way,
                "now and then it does not answer when a thread dispatches at once");
    }

    @ParameterizedTest
    @CsvSource({"error,418", "exception,500"})
    void failed_theErrorPageSeesTheCaller_andTheErrorIsTheApplications(String way, int status) {
        Answer answer = get("/api/to/" + way);

        assertThat(answer.headers()).doesNotContainKey("www-authenticate");
        Facts facts = Facts.of(status, answer);
        assertThat(facts.get("dispatcher")).isEqualTo("ERROR");
        assertThat(facts.get("caller")).isEqualTo(JO_SALES.luid());
        assertThat(facts.get("tableauUserName")).isEqualTo(JO_SALES.name());
    }

    // Undertow shows no error page for what fails in an asynchronous dispatch.
    @Test
    void failedLater_theErrorIsTheApplications() {
        skipWhatGlassFishLoses("async-exception");
        Answer answer = get("/api/to/async-exception");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.headers()).doesNotContainKey("www-authenticate");
        if (!Container.isWildFly()) {
            assertThat(Facts.of(500, answer).get("caller")).isEqualTo(JO_SALES.luid());
        }
    }

    @Test
    void refusedRequest_isNotSentToAnErrorPage() {
        Answer answer = Http.get(URI.create(ISSUER + "/api/to/error"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).doesNotContain("dispatcher=");
    }

    private static void assertCallerIsThere(Facts facts) {
        assertThat(facts.get("caller")).isEqualTo(JO_SALES.luid());
        assertThat(facts.get("user")).isEqualTo(JO_SALES.luid());
        assertThat(facts.get("scheme")).isEqualTo("Bearer");
        assertThat(facts.get("tableauUserName")).isEqualTo(JO_SALES.name());
    }

    private static Answer get(String path) {
        return Http.call(URI.create(ISSUER + path), Callers.token(ISSUER));
    }
}
