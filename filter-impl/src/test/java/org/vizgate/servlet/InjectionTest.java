package org.vizgate.servlet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.testapp.ActingServlet;
import org.vizgate.testapp.InjectedReport;
import org.vizgate.testapp.InjectedServlet;

import static org.assertj.core.api.Assertions.assertThat;

/** What an application with CDI gets injected, without a word of configuration. */
@Tag("jakarta-ee")
class InjectionTest {
    private static TestContainer container;

    @BeforeAll
    static void start() {
        container = TestContainer.with(TestApp.guarded("")
                .withBeans()
                .set("OAUTH_PUBLIC_PATHS", "/public/*")
                .set("SITE_NAME", "marketing")
                .servlet(ActingServlet.class, "/act")
                .servlet(InjectedServlet.class, "/report", "/public/report")
                .brings(InjectedReport.class));
    }

    @AfterAll
    static void stop() {
        container.close();
    }

    @Test
    void callerAndSession_areThoseOfTheRequest() {
        for (String user : new String[] {"ann", "bob"}) {
            Wire.Answer answer = container.answerTo(Wire.get("/report").bearer(TestTokens.ofUser(user)));
            assertThat(answer.body().lines())
                    .contains(
                            "injected=" + user + " zoe@example.com client-1 tableau:content:read tableau:views:*",
                            "session=zoe@example.com at https://tableau.example session-token");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "include", "async-elsewhere"})
    void aDispatchedRequest_keepsItsCaller(String act) {
        Wire.Answer answer = container.answerTo(Wire.get("/act?do=" + act).bearer(TestTokens.ordinary()));
        assertThat(answer.body()).contains("injected=user-luid ");
    }

    @Test
    void aPublicPathWithoutToken_hasNoCaller_andTheErrorSaysWhatToDo() {
        Wire.Answer answer = container.answerTo(Wire.get("/public/report"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("failed=IllegalStateException Nobody is known to be calling")
                .contains("TableauCaller.of(request)");
    }

    @Test
    void aPublicPathWithAToken_hasItsCaller() {
        Wire.Answer answer = container.answerTo(Wire.get("/public/report").bearer(TestTokens.ordinary()));
        assertThat(answer.body()).contains("injected=user-luid ");
    }

    @Test
    void anotherThread_hasNoRequest_andCdiSaysSo() {
        Wire.Answer answer = container.answerTo(Wire.get("/report?thread=yes").bearer(TestTokens.ordinary()));
        assertThat(answer.body()).contains("failed=ContextNotActiveException").contains("RequestScoped");
    }

    @Test
    void withoutAToken_nothingIsReached() {
        assertThat(container.answerTo(Wire.get("/report")).status()).isEqualTo(401);
    }
}
