package org.vizgate.standin;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.Visitor.errorOf;
import static org.vizgate.standin.Visitor.json;
import static org.vizgate.standin.XmlReply.element;
import static org.vizgate.standin.XmlReply.xml;
import static org.vizgate.standin.data.SampleData.ADA_SALES;
import static org.vizgate.standin.data.SampleData.JO_MARKETING;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.MARKETING;
import static org.vizgate.standin.data.SampleData.MAX_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

class RestTest {
    private static final String WORKBOOKS = "/sites/" + SALES.luid() + "/workbooks";

    private final SetClock clock = new SetClock();
    private final TableauStandIn tableau = TableauStandIn.builder().clock(clock).start();
    private final Visitor visitor = new Visitor(tableau);

    @AfterEach
    void close() {
        tableau.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"serverinfo", "serverInfo"})
    void serverInfo_isForAnyone(String spelling) {
        HttpResponse<String> reply = visitor.get("/api/2.4/" + spelling, "Accept", "application/json");

        JsonObject info = json(reply).getJsonObject("serverInfo");
        assertThat(info.getString("restApiVersion")).isEqualTo("3.29");
        assertThat(info.getJsonObject("productVersion").getString("value")).isNotEmpty();
        assertThat(info.getJsonObject("productVersion").getString("build")).isNotEmpty();
    }

    @Test
    void serverInfo_isXmlByDefault() throws Exception {
        Element root = xml(visitor.get("/api/3.27/serverinfo"));

        Element product = element(root, "productVersion");
        assertThat(root.getLocalName()).isEqualTo("tsResponse");
        assertThat(product.getTextContent()).isNotEmpty();
        assertThat(product.getAttribute("build")).isNotEmpty();
        assertThat(element(root, "restApiVersion").getTextContent()).isEqualTo("3.29");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | json",
                "application/json, text/plain, */* | json",
                "application/xml;q=0.5, application/json | json",
                "application/json;charset=utf-8;q=0.9, text/xml;q=0.8 | json",
                "application/json; q=0.5, application/xml | xml",
                "application/json;q=0 | xml",
                "application/json, application/xml | xml",
                "text/xml | xml",
                "*/* | xml"
            })
    void accept_decides(String accept, String format) {
        String contentType = visitor.get("/api/3.27/serverinfo", "Accept", accept)
                .headers()
                .firstValue("Content-Type")
                .orElseThrow();

        assertThat(contentType).isEqualTo("application/" + format + ";charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.30", "4.0", "2.3", "3", "3.x", "v3.27", "03.27", "3.027", "99999999999.1", "-"})
    void anUnknownVersion_is404003(String version) {
        HttpResponse<String> reply = visitor.get("/api/" + version + "/serverinfo", "Accept", "application/json");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(errorOf(reply)).isEqualTo("404003");
    }

    @Test
    void versions_areComparedAsTwoIntegers() {
        assertThat(visitor.get("/api/3.10/serverinfo").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/api/2.8/serverinfo").statusCode()).isEqualTo(200);
    }

    @Test
    void currentSession_tellsUserAndSite() {
        JsonObject session = json(visitor.rest("/sessions/current", visitor.accessTokenOf(JO_MARKETING)))
                .getJsonObject("session");

        assertThat(session.getJsonObject("site").getString("id")).isEqualTo(MARKETING.luid());
        assertThat(session.getJsonObject("site").getString("name")).isEqualTo("Marketing");
        assertThat(session.getJsonObject("site").getString("contentUrl")).isEqualTo("marketing");
        assertThat(session.getJsonObject("user").getString("id")).isEqualTo(JO_MARKETING.luid());
        assertThat(session.getJsonObject("user").getString("name")).isEqualTo("jo@corp.example");
    }

    @Test
    void oneNameOnTwoSites_isTwoUsers() {
        JsonObject user = json(visitor.rest("/sessions/current", visitor.accessTokenOf(JO_SALES)))
                .getJsonObject("session")
                .getJsonObject("user");

        assertThat(user.getString("name")).isEqualTo(JO_MARKETING.name());
        assertThat(user.getString("id")).isEqualTo(JO_SALES.luid()).isNotEqualTo(JO_MARKETING.luid());
        assertThat(user.getString("fullName")).isNotEqualTo(JO_MARKETING.fullName());
    }

    @Test
    void currentSession_isXmlToo() throws Exception {
        String token = visitor.accessTokenOf(JO_SALES);

        Element root = xml(visitor.get("/api/3.27/sessions/current", "X-Tableau-Auth", token));

        assertThat(element(root, "site").getAttribute("contentUrl")).isEqualTo("sales");
        assertThat(element(root, "user").getAttribute("id")).isEqualTo(JO_SALES.luid());
    }

    @Test
    void currentSession_cameWithVersion31() {
        String token = visitor.accessTokenOf(JO_SALES);

        assertThat(visitor.get("/api/3.0/sessions/current", "X-Tableau-Auth", token)
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/api/3.1/sessions/current", "X-Tableau-Auth", token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void noToken_is401000() {
        HttpResponse<String> reply = visitor.get("/api/3.27/sessions/current", "Accept", "application/json");

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(errorOf(reply)).isEqualTo("401000");
    }

    @Test
    void aTokenSentAsBearer_isNoToken() {
        HttpResponse<String> reply = visitor.get(
                "/api/3.27/sessions/current",
                "Authorization",
                "Bearer " + visitor.accessTokenOf(JO_SALES),
                "Accept",
                "application/json");

        assertThat(errorOf(reply)).isEqualTo("401000");
    }

    @Test
    void twoTokens_are400000() {
        String token = visitor.accessTokenOf(JO_SALES);
        HttpResponse<String> reply = visitor.get(
                "/api/3.27/sessions/current",
                "X-Tableau-Auth",
                token,
                "X-Tableau-Auth",
                token,
                "Accept",
                "application/json");

        assertThat(errorOf(reply)).isEqualTo("400000");
    }

    @Test
    void anUnknownToken_is401002() {
        HttpResponse<String> reply = visitor.rest("/sessions/current", "a|b|" + SALES.luid());

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(errorOf(reply)).isEqualTo("401002");
    }

    @Test
    void anErrorInXml_hasTheSameParts() throws Exception {
        Element error = element(xml(visitor.get("/api/3.27/sessions/current")), "error");

        assertThat(error.getAttribute("code")).isEqualTo("401000");
        assertThat(element(error, "summary").getTextContent()).isNotEmpty();
        assertThat(element(error, "detail").getTextContent()).isNotEmpty();
    }

    @Test
    void aSession_endsAtTheVeryInstant() {
        String token = visitor.accessTokenOf(JO_SALES);
        for (int minutes = 25; minutes < 120; minutes += 25) {
            clock.advance(Duration.ofMinutes(25));
            assertThat(visitor.rest("/sessions/current", token).statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(20).minusMillis(1));
        assertThat(visitor.rest("/sessions/current", token).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofMillis(1));
        assertThat(errorOf(visitor.rest("/sessions/current", token))).isEqualTo("401002");
    }

    @Test
    void anIdleSession_endsAtTheVeryInstant() {
        String used = visitor.accessTokenOf(JO_SALES);
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(visitor.rest("/sessions/current", used).statusCode()).isEqualTo(200);

        clock.advance(Duration.ofMinutes(30));
        assertThat(errorOf(visitor.rest("/sessions/current", used))).isEqualTo("401002");
    }

    @Test
    void limits_canBeOthers() {
        try (TableauStandIn brief = TableauStandIn.builder()
                .clock(clock)
                .sessionLimits(Duration.ofSeconds(90), Duration.ofSeconds(10))
                .start()) {
            Visitor guest = new Visitor(brief);
            JsonObject tokens = guest.tokensOf(JO_SALES);
            assertThat(tokens.getInt("expires_in")).isEqualTo(90);

            clock.advance(Duration.ofSeconds(10));
            assertThat(errorOf(guest.rest("/sessions/current", tokens.getString("access_token"))))
                    .isEqualTo("401002");
        }
    }

    @Test
    void signOut_endsTheSessionOnce() {
        String token = visitor.accessTokenOf(JO_SALES);

        assertThat(signOut(token).statusCode()).isEqualTo(204);
        assertThat(errorOf(visitor.rest("/sessions/current", token))).isEqualTo("401002");
        assertThat(errorOf(signOut(token))).isEqualTo("401002");
    }

    @Test
    void signOutOfAnExpiredSession_is401002() {
        String token = visitor.accessTokenOf(JO_SALES);
        clock.advance(Duration.ofMinutes(30));

        assertThat(errorOf(signOut(token))).isEqualTo("401002");
    }

    @Test
    void theWrongVerb_is405000() {
        HttpResponse<String> reply = visitor.rest("/auth/signout", visitor.accessTokenOf(JO_SALES));

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(errorOf(reply)).isEqualTo("405000");
        assertThat(json(reply).getJsonObject("error").getString("detail")).contains("'GET'");
    }

    @Test
    void head_getsNoBody() {
        HttpResponse<String> reply = visitor.send("/api/3.27/serverinfo", "HEAD", BodyPublishers.noBody());

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/sessions/current/", "/sessions/Current", "/sites//workbooks"})
    void anUnknownPath_is404003(String path) {
        assertThat(errorOf(visitor.rest(path, "any"))).isEqualTo("404003");
    }

    @Test
    void workbooks_comeByThePage() {
        String token = visitor.accessTokenOf(MAX_SALES);

        JsonObject first = json(visitor.rest(WORKBOOKS, token));
        JsonObject second = json(visitor.rest(WORKBOOKS + "?pageSize=100&pageNumber=2", token));

        assertThat(first.getJsonObject("pagination").getString("pageNumber")).isEqualTo("1");
        assertThat(first.getJsonObject("pagination").getString("pageSize")).isEqualTo("100");
        assertThat(first.getJsonObject("pagination").getString("totalAvailable"))
                .isEqualTo("130");
        assertThat(first.getJsonObject("workbooks").getJsonArray("workbook")).hasSize(100);
        assertThat(second.getJsonObject("workbooks").getJsonArray("workbook"))
                .hasSize(30)
                .doesNotContainAnyElementsOf(first.getJsonObject("workbooks").getJsonArray("workbook"));
    }

    @Test
    void aPageAfterTheLast_hasNoWorkbookMember() {
        String path = WORKBOOKS + "?pageNumber=3";

        JsonObject page = json(visitor.rest(path, visitor.accessTokenOf(MAX_SALES)));

        assertThat(page.getJsonObject("workbooks")).isEmpty();
        assertThat(page.getJsonObject("pagination").getString("totalAvailable")).isEqualTo("130");
    }

    @Test
    void workbooks_areOnlyThoseTheUserMaySee() throws Exception {
        String all = WORKBOOKS + "?pageSize=1000";

        assertThat(visitor.rest(all, visitor.accessTokenOf(JO_SALES)).body())
                .contains("Jo's pipeline")
                .doesNotContain("Bonus");
        assertThat(visitor.rest(all, visitor.accessTokenOf(ADA_SALES)).body())
                .contains("Jo's pipeline", "Bonus & commissions <draft>");
        Element root = xml(visitor.get("/api/3.27" + all, "X-Tableau-Auth", visitor.accessTokenOf(ADA_SALES)));
        assertThat(((Element) root.getElementsByTagName("workbook").item(131)).getAttribute("name"))
                .isEqualTo("Bonus & commissions <draft>");
    }

    @ParameterizedTest
    @CsvSource({
        "pageSize=1001,403014",
        "pageSize=0,403014",
        "pageSize=-5,403014",
        "pageSize=ten,400000",
        "pageSize=,400000",
        "pageNumber=0,400000",
        "pageNumber=99999999999,400000",
        "pageSize=1&pageSize=2,400000"
    })
    void aBadPage_isRefused(String query, String code) {
        assertThat(errorOf(visitor.rest(WORKBOOKS + "?" + query, visitor.accessTokenOf(JO_SALES))))
                .isEqualTo(code);
    }

    @Test
    void workbooksOfAnotherSite_are403() {
        String token = visitor.accessTokenOf(JO_SALES);

        HttpResponse<String> other = visitor.rest("/sites/" + MARKETING.luid() + "/workbooks", token);
        HttpResponse<String> unknown = visitor.rest("/sites/none/workbooks", token);

        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(unknown.body()).isEqualTo(other.body());
    }

    @Test
    void aBodyTooLarge_is413InTableausShape() {
        HttpResponse<String> reply = visitor.post("/api/3.27/auth/signout", "text/xml", "x".repeat(70_000));

        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(reply.body()).contains("<error code=\"413000\">");
    }

    @Test
    void headersTooLarge_are431() {
        assertThat(visitor.get("/api/3.27/serverinfo", "X-Long", "x".repeat(40_000))
                        .statusCode())
                .isEqualTo(431);
    }

    private HttpResponse<String> signOut(String token) {
        return visitor.send(
                "/api/3.27/auth/signout",
                "POST",
                BodyPublishers.noBody(),
                "X-Tableau-Auth",
                token,
                "Accept",
                "application/json");
    }
}
