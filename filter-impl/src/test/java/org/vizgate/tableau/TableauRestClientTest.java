package org.vizgate.tableau;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.CurrentSession;
import org.vizgate.credential.ServerInfo;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.TestFailures;
import org.vizgate.outbound.TestSenders;
import org.vizgate.session.Secret;
import org.vizgate.session.TableauSite;
import org.vizgate.session.TableauUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TableauRestClientTest {
    private static final Secret TOKEN = Secret.of("SECRET|b|c");
    private static final String NAMESPACE = " xmlns=\"http://tableau.com/api\"";
    private static final String SESSION_JSON = "{\"session\":{\"site\":{\"id\":\"site-1\",\"name\":\"Sales EMEA\","
            + "\"contentUrl\":\"sales\",\"state\":\"Active\"},\"user\":{\"id\":\"user-1\",\"name\":\"jo@corp.example\","
            + "\"siteRole\":\"Explorer\"}}}";
    private static final String SESSION_XML = "<?xml version='1.0' encoding='UTF-8'?><tsResponse" + NAMESPACE
            + "><session><site id=\"site-1\" name=\"Sales EMEA\" contentUrl=\"sales\"/><user id=\"user-1\""
            + " name=\"jo@corp.example\" siteRole=\"Explorer\"/></session></tsResponse>";

    private final HttpSender sender = TestSenders.ordinary();
    private final TableauRestClient tableau =
            new TableauRestClient(sender, new Json(), Optional.of(new ApiVersion(3, 24)), Clock.systemUTC());

    @AfterEach
    void close() {
        sender.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSION_JSON, SESSION_XML})
    void theCurrentSession_isReadFromJsonAndXml(String body) {
        try (LoopbackServer server = LoopbackServer.answering(Answer.json(200, body))) {
            assertThat(tableau.currentSession(server.address(), TOKEN))
                    .isEqualTo(new CurrentSession(
                            new TableauUser("user-1", "jo@corp.example"),
                            new TableauSite("site-1", "sales"),
                            "Sales EMEA"));
            assertThat(server.onlyRequest().target()).isEqualTo("/api/3.24/sessions/current");
            assertThat(server.onlyRequest().header("X-Tableau-Auth")).isEqualTo("SECRET|b|c");
            assertThat(server.onlyRequest().header("Accept")).isEqualTo("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"contentUrl\":\"\"", ",\"contentUrl\":null", ""})
    void theDefaultSite_hasAnEmptyContentUrl(String member) {
        try (LoopbackServer server =
                LoopbackServer.answering(Answer.json(200, SESSION_JSON.replace(",\"contentUrl\":\"sales\"", member)))) {
            assertThat(tableau.currentSession(server.address(), TOKEN).site().contentUrl())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"summary\":\"SECRET\",\"detail\":\"SECRET\",\"code\":\"401002\"}}",
                "<tsResponse><error code=\"401002\"><summary>SECRET</summary></error></tsResponse>"
            })
    void aDeadToken_isALostSessionWithTableausCode(String body) {
        TableauException failure = failureOf(Answer.json(401, body));

        assertThat(failure.kind()).isEqualTo(Kind.SESSION_LOST);
        assertThat(failure.code()).contains("401002");
        assertThat(failure).hasMessageContaining("401002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"message\":\"SECRET\"}", "<html>SECRET", "{\"error\":\"SECRET\"}"})
    void a401WithoutTableausCode_isNotTableaus(String body) {
        TableauException failure = failureOf(Answer.json(401, body));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_TABLEAU);
        assertThat(failure.code()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400000, CONFIGURATION",
        "403, 403004, FORBIDDEN",
        "404, 404003, NOT_FOUND",
        "405, 405000, CONFIGURATION",
        "429, 429000, THROTTLED",
        "500, 500000, UNAVAILABLE"
    })
    void anError_isSortedByItsStatus(int status, String code, Kind kind) {
        TableauException failure = failureOf(Answer.json(status, "{\"error\":{\"code\":\"" + code + "\"}}"));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.code()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"204, NOT_TABLEAU", "301, CONFIGURATION", "400, NOT_TABLEAU", "403, FORBIDDEN", "503, UNAVAILABLE"})
    void anAnswerWithoutBody_isSortedByItsStatus(int status, Kind kind) {
        assertThat(failureOf(new Answer(status, Map.of(), "")).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><body>SECRET</body></html>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>SECRET</body></html>",
                "{\"session\":{}}",
                "{\"session\":\"SECRET\"}",
                "{\"session\":{\"site\":{\"id\":\"s\"},\"user\":{\"id\":\"u\"}}}",
                "{\"session\":{\"site\":{\"id\":\"s\"},\"user\":{\"id\":\"../SECRET\",\"name\":\"n\"}}}",
                "{\"session\":{\"site\":{\"id\":\"s\"},\"user\":{\"id\":\"u\",\"name\":\"SECRET\\r\\n\"}}}",
                "<tsResponse/>"
            })
    void a200ThatIsNoSession_isNotTableaus(String body) {
        assertThat(failureOf(Answer.of(200, "text/html", body)).kind()).isEqualTo(Kind.NOT_TABLEAU);
    }

    @Test
    void xmlThatWantsAnotherDocument_isRefusedAndTheDocumentNotFetched() {
        try (LoopbackServer other = LoopbackServer.answering(Answer.of(200, "text/plain", "sales"))) {
            String doctype = "<!DOCTYPE tsResponse [<!ENTITY e SYSTEM \"" + other.address() + "\">]>";
            String body = SESSION_XML
                    .replaceFirst("<tsResponse", doctype + "<tsResponse")
                    .replace("Sales EMEA", "&e;");

            assertThat(failureOf(Answer.of(200, "application/xml", body)).kind())
                    .isEqualTo(Kind.NOT_TABLEAU);
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    void xmlThatIsNestedDeeply_isNotTableaus() {
        String body = "<tsResponse>" + "<a>".repeat(9_000) + "</a>".repeat(9_000) + "</tsResponse>";

        assertThat(failureOf(Answer.of(200, "text/xml", body.substring(0, 60_000)))
                        .kind())
                .isEqualTo(Kind.NOT_TABLEAU);
    }

    @Test
    void aRedirect_isNotFollowedWithTheToken() {
        try (LoopbackServer target = LoopbackServer.answering(Answer.json(200, SESSION_JSON))) {
            assertThat(failureOf(Answer.redirect(307, target.address())).kind()).isEqualTo(Kind.CONFIGURATION);
            assertThat(target.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SECRET\r\nX: y", "SECRET\u00e4"})
    void aTokenThatIsNone_isALostSessionAndNotSent(String token) {
        try (LoopbackServer server = LoopbackServer.answering(Answer.json(200, SESSION_JSON))) {
            TableauException failure = catchThrowableOfType(
                    TableauException.class, () -> tableau.currentSession(server.address(), Secret.of(token)));

            assertThat(failure.kind()).isEqualTo(Kind.SESSION_LOST);
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"serverInfo\":{\"productVersion\":{\"value\":\"2025.3.1\",\"build\":\"20253.25.1210.0001\"},"
                        + "\"restApiVersion\":\"3.27\"}}",
                "<tsResponse" + NAMESPACE + "><serverInfo><productVersion build=\"20253.25.1210.0001\">2025.3.1"
                        + "</productVersion><restApiVersion>3.27</restApiVersion></serverInfo></tsResponse>"
            })
    void theServersInfo_isReadFromJsonAndXml(String body) {
        try (LoopbackServer server = LoopbackServer.answering(Answer.json(200, body))) {
            assertThat(tableau.serverInfo(server.address()))
                    .isEqualTo(new ServerInfo("2025.3.1", "20253.25.1210.0001", new ApiVersion(3, 27)));
            assertThat(server.onlyRequest().target()).isEqualTo("/api/2.4/serverinfo");
            assertThat(server.onlyRequest().header("X-Tableau-Auth")).isEmpty();
        }
    }

    @Test
    void aLoginPageInsteadOfTheServersInfo_isNotTableaus() {
        try (LoopbackServer server = LoopbackServer.answering(Answer.of(200, "text/html", "<html>"))) {
            assertThat(catchThrowableOfType(TableauException.class, () -> tableau.serverInfo(server.address()))
                            .kind())
                    .isEqualTo(Kind.NOT_TABLEAU);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 500})
    void signOut_isContentWithAnyAnswer(int status) {
        try (LoopbackServer server = LoopbackServer.answering(new Answer(status, Map.of(), ""))) {
            tableau.signOut(server.address(), TOKEN);

            assertThat(server.onlyRequest().method()).isEqualTo("POST");
            assertThat(server.onlyRequest().target()).isEqualTo("/api/3.24/auth/signout");
            assertThat(server.onlyRequest().header("X-Tableau-Auth")).isEqualTo("SECRET|b|c");
            assertThat(server.onlyRequest().header("Content-Length")).isEqualTo("0");
        }
    }

    @Test
    void signOut_isContentWithNoAnswer() {
        LoopbackServer server = LoopbackServer.answering(Answer.json(200, "{}"));
        server.close();

        assertThatCode(() -> tableau.signOut(server.address(), TOKEN)).doesNotThrowAnyException();
        assertThatCode(() -> tableau.signOut(server.address(), Secret.of("\n"))).doesNotThrowAnyException();
    }

    private TableauException failureOf(Answer answer) {
        try (LoopbackServer server = LoopbackServer.answering(answer)) {
            URI address = server.address();
            TableauException failure =
                    catchThrowableOfType(TableauException.class, () -> tableau.currentSession(address, TOKEN));
            assertThat(TestFailures.allOf(failure)).doesNotContain("SECRET");
            return failure;
        }
    }
}
