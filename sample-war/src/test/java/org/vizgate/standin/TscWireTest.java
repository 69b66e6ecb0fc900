package org.vizgate.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.standin.credential.SampleCredentials;
import org.vizgate.standin.data.Flavour;
import org.w3c.dom.Element;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.XmlReply.element;
import static org.vizgate.standin.XmlReply.xml;
import static org.vizgate.standin.credential.SampleCredentials.ADA_PASSWORD;
import static org.vizgate.standin.credential.SampleCredentials.JO_PASSWORD;
import static org.vizgate.standin.credential.SampleCredentials.JO_TOKEN;
import static org.vizgate.standin.data.SampleData.JO_SALES;
import static org.vizgate.standin.data.SampleData.MARKETING;
import static org.vizgate.standin.data.SampleData.MAX_SALES;
import static org.vizgate.standin.data.SampleData.SALES;

/** The very bytes that Tableau's Python client sends: no media type at sign-in, any accepted, names in lower case. */
class TscWireTest {
    private final SetClock clock = new SetClock();
    private final TableauStandIn tableau = start(Flavour.SERVER);

    @AfterEach
    void close() {
        tableau.close();
    }

    @Test
    void aTokenWithoutContentType_isAnsweredInXml() throws Exception {
        String reply = signIn("<tsRequest><credentials personalAccessTokenName=\"" + JO_TOKEN.name()
                + "\" personalAccessTokenSecret=\"" + JO_TOKEN.secret()
                + "\"><site contentUrl=\"sales\" /></credentials></tsRequest>");

        Element credentials = element(xml(body(reply)), "credentials");
        assertThat(reply).startsWith("HTTP/1.1 200 ").contains("\r\nContent-type: application/xml;charset=UTF-8\r\n");
        assertThat(credentials.getAttribute("token")).endsWith("|" + SALES.luid());
        assertThat(credentials.getAttribute("estimatedTimeToExpiration")).isEqualTo("2:00:00");
        assertThat(element(credentials, "site").getAttribute("id")).isEqualTo(SALES.luid());
        assertThat(element(credentials, "site").getAttribute("contentUrl")).isEqualTo("sales");
        assertThat(element(credentials, "user").getAttribute("id")).isEqualTo(JO_SALES.luid());
    }

    @Test
    void aPassword_signsInToTheDefaultSite() throws Exception {
        String reply = signIn("<tsRequest><credentials name=\"ada@corp.example\" password=\"" + ADA_PASSWORD
                + "\"><site contentUrl=\"\" /></credentials></tsRequest>");

        assertThat(element(xml(body(reply)), "site").getAttribute("contentUrl")).isEmpty();
    }

    @Test
    void aJwtWithIsUatFalse_isAConnectedApps() {
        String reply = signIn("<tsRequest><credentials jwt=\""
                + TestJwt.directTrust(clock.instant()).signed()
                + "\" isUat=\"false\"><site contentUrl=\"sales\" /></credentials></tsRequest>");

        assertThat(reply).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aJwtWithIsUatTrue_isAUnifiedAccessToken() {
        String jwt = TestJwt.unifiedAccess(clock.instant(), "jo@corp.example").signed(TestJwt.KEYS.getPrivate());
        try (TableauStandIn cloud = start(Flavour.CLOUD)) {
            String reply = send(
                    cloud,
                    "POST /api/3.27/auth/signin",
                    "",
                    "<tsRequest><credentials jwt=\"" + jwt
                            + "\" isUat=\"true\"><site contentUrl=\"sales\" /></credentials></tsRequest>");

            assertThat(reply).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void impersonation_isAUserInsideTheCredentials() throws Exception {
        String reply = signIn("<tsRequest><credentials name=\"ada@corp.example\" password=\"" + ADA_PASSWORD
                + "\"><site contentUrl=\"sales\" /><user id=\"" + MAX_SALES.luid()
                + "\" /></credentials></tsRequest>");

        assertThat(element(xml(body(reply)), "user").getAttribute("id")).isEqualTo(MAX_SALES.luid());
    }

    @Test
    void switchSiteAndSignOut_sayTextXmlAndSendTheTokenInLowerCase() throws Exception {
        String token = tokenOf(signIn("<tsRequest><credentials name=\"jo@corp.example\" password=\"" + JO_PASSWORD
                + "\"><site contentUrl=\"sales\" /></credentials></tsRequest>"));

        String switched = send(
                tableau,
                "POST /api/3.27/auth/switchSite",
                "Content-Type: text/xml\r\nx-tableau-auth: " + token + "\r\n",
                "<tsRequest><site contentUrl=\"marketing\" /></tsRequest>");
        String next = tokenOf(switched);
        String signedOut = send(
                tableau,
                "POST /api/3.27/auth/signout",
                "Content-Type: text/xml\r\nx-tableau-auth: " + next + "\r\n",
                "");

        assertThat(next).endsWith("|" + MARKETING.luid());
        assertThat(signedOut).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void aRefusal_isAnErrorInXml() throws Exception {
        String reply = signIn("<tsRequest><credentials name=\"jo@corp.example\" password=\"wrong\">"
                + "<site contentUrl=\"sales\" /></credentials></tsRequest>");

        Element error = element(xml(body(reply)), "error");
        assertThat(reply).startsWith("HTTP/1.1 401 ");
        assertThat(error.getAttribute("code")).isEqualTo("401001");
        assertThat(element(error, "summary").getTextContent()).isEqualTo("Signin Error");
        assertThat(element(error, "detail").getTextContent()).isEqualTo("Error signing in to Tableau Server");
    }

    @Test
    void tableausNamespace_mayBeThere() {
        String reply =
                signIn("<tsRequest xmlns=\"http://tableau.com/api\"><credentials name=\"jo@corp.example\" password=\""
                        + JO_PASSWORD + "\"><site contentUrl=\"sales\" /></credentials></tsRequest>");

        assertThat(reply).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<tsRequest>",
                "{\"credentials\":{\"name\":\"jo@corp.example\",\"password\":\"x\",\"site\":{\"contentUrl\":\"sales\"}}}",
                "<request><credentials name=\"a\" password=\"b\"><site contentUrl=\"sales\"/></credentials></request>",
                "<tsRequest xmlns=\"http://elsewhere.example\"><credentials name=\"a\" password=\"b\"><site contentUrl=\"sales\"/></credentials></tsRequest>",
                "<tsRequest><credentials name=\"a\" password=\"b\"><site contentUrl=\"sales\"/><site contentUrl=\"\"/></credentials></tsRequest>",
                "<tsRequest><credentials name=\"a\" password=\"b\" personalAccessTokenName=\"c\"><site contentUrl=\"sales\"/></credentials></tsRequest>",
                "<!DOCTYPE tsRequest [<!ENTITY name SYSTEM \"file:///etc/hostname\">]><tsRequest><credentials name=\"&name;\" password=\"b\"><site contentUrl=\"sales\"/></credentials></tsRequest>",
                "<!DOCTYPE tsRequest><tsRequest><credentials name=\"a\" password=\"b\"><site contentUrl=\"sales\"/></credentials></tsRequest>"
            })
    void whatIsNoSignIn_is400000InXml(String request) throws Exception {
        String reply = signIn(request);

        assertThat(reply).startsWith("HTTP/1.1 400 ");
        assertThat(element(xml(body(reply)), "error").getAttribute("code")).isEqualTo("400000");
    }

    private String signIn(String xml) {
        return send(tableau, "POST /api/3.27/auth/signin", "", xml);
    }

    private static String send(TableauStandIn tableau, String verbAndPath, String headers, String content) {
        String request = verbAndPath + " HTTP/1.1\r\nHost: " + tableau.address().getAuthority()
                + "\r\nUser-Agent: Tableau Server Client/0.39\r\nAccept-Encoding: gzip, deflate\r\nAccept: */*\r\n"
                + "Connection: close\r\n" + headers + "Content-Length: " + content.getBytes(UTF_8).length + "\r\n\r\n"
                + content;
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), tableau.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(String reply) {
        return reply.substring(reply.indexOf("\r\n\r\n") + 4);
    }

    private static String tokenOf(String reply) throws Exception {
        return element(xml(body(reply)), "credentials").getAttribute("token");
    }

    private TableauStandIn start(Flavour flavour) {
        return TableauStandIn.builder()
                .clock(clock)
                .flavour(flavour)
                .credentials(SampleCredentials.create()
                        .with(SampleCredentials.trust(TestJwt.ISSUER, TestJwt.pem(TestJwt.KEYS.getPublic()))))
                .start();
    }
}
