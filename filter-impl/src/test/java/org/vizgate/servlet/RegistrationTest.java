package org.vizgate.servlet;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.testapp.ActingServlet;
import org.vizgate.testapp.AddingListener;
import org.vizgate.testapp.AnnotatedGate;
import org.vizgate.testapp.ParameterReader;
import org.vizgate.testapp.ReportServlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who registers the filter and the servlets. */
class RegistrationTest {
    private static final Class<?> GATE = TableauAuthFilter.class;

    @Test
    void aFilterInWebXml_isTheOnlyOne_andItsSettingsWin() {
        String declared = TestApp.initParam("OAUTH_ISSUER", "https://declared.example");
        TestApp application = TestApp.ordinary("").filter(GATE, declared, TestApp.mapped(GATE, "/api/*"));
        try (TestContainer container = TestContainer.with(application)) {
            Wire.Answer challenged = container.answerTo(Wire.get("/api/x"));
            assertThat(challenged.status()).isEqualTo(401);
            assertThat(challenged.header("WWW-Authenticate")).contains("\"https://declared.example/.well-known/");
            assertThat(container.answerTo(Wire.get("/free")).says("caller=nobody"))
                    .isTrue();
            Wire known = Wire.get("/api/x").bearer(TestTokens.of("https://declared.example"));
            assertThat(container.answerTo(known).says("caller=user-luid")).isTrue();
            assertThat(container
                            .answerTo(Wire.get("/.well-known/oauth-authorization-server"))
                            .body())
                    .contains("https://declared.example/oauth/token");
        }
    }

    @Test
    void aFilterInWebXmlWithoutAMapping_failsTheStart() {
        assertThatThrownBy(() -> TestContainer.with(TestApp.ordinary("").filter(GATE, "", "")))
                .hasMessageContaining("TableauAuthFilter is declared without a filter-mapping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "include", "async", "async-elsewhere", "async-given", "async-thread", "throw"})
    void aFilterForEveryDispatch_checksOnce(String act) {
        TestApp application = TestApp.guarded("")
                .servlet(ActingServlet.class, "/act")
                .servlet(ReportServlet.class, "/report")
                .declares("<error-page><location>/report</location></error-page>")
                .filter(GATE, "", TestApp.mapped(GATE, "/*", "REQUEST", "FORWARD", "INCLUDE", "ERROR", "ASYNC"));
        try (TestContainer container = TestContainer.with(application)) {
            Wire.Answer answer = container.answerTo(Wire.get("/act?do=" + act).bearer(TestTokens.ordinary()));
            assertThat(answer.says("caller=user-luid")).as(answer.text()).isTrue();
            assertThat(answer.says("user=user-luid")).as(answer.text()).isTrue();
            assertThat(answer.headers("WWW-Authenticate")).isEmpty();
        }
    }

    @Test
    void anAnnotatedSubclass_isTheOnlyOne() {
        TestApp application = TestApp.ordinary("").brings(AnnotatedGate.class);
        try (TestContainer container = TestContainer.with(application)) {
            assertThat(container.answerTo(Wire.get("/api/x")).header("WWW-Authenticate"))
                    .contains("\"https://annotated.example/.well-known/");
            assertThat(container.answerTo(Wire.get("/free")).reachedApplication())
                    .isTrue();
        }
    }

    @Test
    void aFilterAndServletsOfTheApplicationsCode_work_whenNothingRegistersItself() {
        TestApp application =
                TestApp.ordinary("").set("OAUTH_AUTO_REGISTER", "false").listener(AddingListener.class);
        try (TestContainer container = TestContainer.with(application)) {
            assertThat(container.answerTo(Wire.get("/x")).body()).contains("missing_token");
            assertThat(container
                            .answerTo(Wire.get("/x").bearer(TestTokens.ordinary()))
                            .says("caller=user-luid"))
                    .isTrue();
            assertThat(container.answerTo(Wire.request("POST", "/mine/token")).body())
                    .contains("invalid_request");
            assertThat(container
                            .answerTo(Wire.get("/.well-known/oauth-protected-resource"))
                            .body())
                    .contains("\"resource\":\"https://gate.example\"");
            assertThat(container.answerTo(Wire.request("POST", "/oauth/token")).body())
                    .contains("missing_token");
        }
    }

    // As in an application of Spring Boot that is deployed as a WAR: it calls for the gate, and the container does too.
    @Test
    void aSecondStart_changesNothing() throws Exception {
        List<String> calls = new ArrayList<>();
        ServletContext context = context(calls, Map.of());
        VizgateInitializer initializer = new VizgateInitializer();
        initializer.onStartup(Set.of(), context);
        assertThat(calls).contains("addFilter", "addListener");
        Components first = Components.of(context);
        calls.clear();
        initializer.onStartup(null, context);
        assertThat(calls).containsOnly("getAttribute");
        assertThat(Components.of(context)).isSameAs(first);
        Components.close(context);
    }

    // As in WildFly, which makes filters when a request first needs them.
    @Test
    void anEndpointBeforeTheFilter_startsWhatItNeeds_butNotInAnApplicationThatEnds() throws Exception {
        ServletContext context = context(new ArrayList<>(), Map.of("gate", registration()));
        new VizgateInitializer().onStartup(Set.of(), context);
        Components.close(context);
        assertThatThrownBy(() -> Components.of(context)).hasMessageContaining("being stopped");

        ServletContext byItself = context(new ArrayList<>(), Map.of("gate", registration()));
        Components first = Components.of(byItself);
        assertThat(Components.of(byItself)).isSameAs(first);
        Components.closeUnlessListened(byItself);
        assertThat(Components.find(byItself)).isNull();
    }

    @Test
    void anEndpointWithoutAnyFilter_saysWhatIsMissing() {
        ServletContext context = context(new ArrayList<>(), Map.of());
        assertThatThrownBy(() -> Components.of(context)).hasMessageContaining("register org.vizgate.servlet.Tableau");
    }

    private static ServletContext context(List<String> calls, Map<String, FilterRegistration> filters) {
        Map<String, Object> attributes = new HashMap<>();
        return proxy(ServletContext.class, (method, arguments) -> {
            calls.add(method);
            return switch (method) {
                case "getAttribute" -> attributes.get((String) arguments[0]);
                case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                case "removeAttribute" -> attributes.remove((String) arguments[0]);
                case "getContextPath" -> "";
                case "getFilterRegistrations" -> filters;
                case "getServletRegistrations" -> Map.of();
                case "getInitParameterNames" -> Collections.enumeration(List.of("DANGEROUSLY_DISABLE_OAUTH"));
                case "getInitParameter" -> arguments[0].equals("DANGEROUSLY_DISABLE_OAUTH") ? "true" : null;
                case "addFilter" -> registration();
                default -> null;
            };
        });
    }

    private static FilterRegistration.Dynamic registration() {
        return proxy(FilterRegistration.Dynamic.class, (method, arguments) -> switch (method) {
            case "getClassName" -> GATE.getName();
            case "getInitParameters" -> Map.of();
            case "getUrlPatternMappings" -> List.of("/api/*");
            default -> null;
        });
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], @Nullable Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                RegistrationTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    @Test
    void badSettingsOfAFilterOfTheApplicationsCode_failTheStart() {
        TestApp application = TestApp.ordinary("")
                .set("OAUTH_AUTO_REGISTER", "false")
                .set("OAUTH_CORS", "maybe")
                .listener(AddingListener.class);
        assertThatThrownBy(() -> TestContainer.with(application)).hasMessageContaining("OAUTH_CORS");
    }

    @Test
    void aSecondFilter_failsTheStartWithAHint() {
        TestApp application = TestApp.ordinary("").listener(AddingListener.class);
        assertThatThrownBy(() -> TestContainer.with(application))
                .hasMessageContaining("two Vizgate filters")
                .hasMessageContaining("OAUTH_AUTO_REGISTER=false");
    }

    @Test
    void withoutRegistration_nothingHappens() {
        TestApp application = TestApp.bare("").servlet(ReportServlet.class, "/").set("OAUTH_AUTO_REGISTER", "false");
        try (TestContainer container = TestContainer.with(application)) {
            assertThat(container.answerTo(Wire.get("/x")).says("caller=nobody")).isTrue();
            assertThat(container.answerTo(Wire.request("POST", "/oauth/token")).reachedApplication())
                    .isTrue();
        }
    }

    @Test
    void aDeclaredServlet_isWhereItWasDeclared() {
        TestApp application = TestApp.ordinary("").servlet(TokenServlet.class, "/own/token");
        try (TestContainer container = TestContainer.with(application)) {
            assertThat(container.answerTo(Wire.request("POST", "/own/token")).body())
                    .contains("invalid_request");
            assertThat(container.answerTo(Wire.request("POST", "/oauth/token")).body())
                    .contains("missing_token");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter", "servlet"})
    void aNameThatTheApplicationHasTaken_isSaid(String kind) {
        String name = kind.equals("filter") ? "vizgate" : "vizgate-token";
        Class<?> type = kind.equals("filter") ? ParameterReader.class : ReportServlet.class;
        TestApp application = TestApp.guarded("")
                .brings(type)
                .declares("<%1$s><%1$s-name>%2$s</%1$s-name><%1$s-class>%3$s</%1$s-class></%1$s>"
                        .formatted(kind, name, type.getName()));
        assertThatThrownBy(() -> TestContainer.with(application))
                .hasMessageContaining("the application has a " + kind + " named " + name);
    }

    @Test
    void anApplicationThatIsStartedAgain_isProtectedAgain() throws Exception {
        TestApp byHand =
                TestApp.ordinary("/hand").set("OAUTH_AUTO_REGISTER", "false").listener(AddingListener.class);
        try (TestContainer container = TestContainer.with(TestApp.ordinary(""), byHand)) {
            container.restartApplications();
            assertThat(container.answerTo(Wire.get("/x")).body()).contains("missing_token");
            assertThat(container.answerTo(Wire.get("/hand/x")).body()).contains("missing_token");
        }
    }
}
