package org.vizgate.tableau;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LogCapture;
import org.vizgate.outbound.LoopbackServer;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.TestSenders;
import org.vizgate.web.Parameters;

import static org.assertj.core.api.Assertions.assertThat;

class TableauAuthorizationUriTest {
    private final HttpSender sender = TestSenders.ordinary();

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void theAuthorizationUri_hasWhatTableauAsksFor() {
        URI uri = authorization(Optional.empty()).authorizationUri(TestSignIn.anySite());

        Parameters query = Parameters.parse(uri.getRawQuery());
        assertThat(uri.toString()).startsWith("https://online.tableau.com/oauth2/v1/auth?");
        assertThat(query.required("client_id")).isEqualTo(TestSignIn.CLIENT_ID);
        assertThat(query.required("response_type")).isEqualTo("code");
        assertThat(query.required("redirect_uri")).isEqualTo("https://app.example/Callback");
        assertThat(query.required("code_challenge")).isEqualTo("the-challenge");
        assertThat(query.required("code_challenge_method")).isEqualTo("S256");
        assertThat(query.required("state")).isEqualTo("SECRET state&");
        assertThat(query.required("device_id"))
                .isEqualTo(DeviceId.of("Sales (web)").toString());
        assertThat(query.required("device_name")).isEqualTo("Sales (web)");
        assertThat(query.required("client_type")).isEqualTo("tableau-mcp");
        assertThat(query.has("redirected")).isFalse();
        assertThat(uri.getRawQuery()).contains("target_site=").contains("SECRET%20state%26");
    }

    @Test
    void aLockedSite_isNamedAndNotAskedFor() {
        try (LoopbackServer server = LoopbackServer.answering(pickerRedirect("#/signin"))) {
            URI uri = authorization(Optional.of(server.address())).browserUri(TestSignIn.lockedTo("sales"));

            Parameters query = Parameters.parse(uri.getRawQuery());
            assertThat(query.required("target_site")).isEqualTo("sales");
            assertThat(query.required("redirected")).isEqualTo("true");
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "#/signin?externalRedirect=%2Fx, /#/site?externalRedirect=%2Fx",
        "/#/signin?externalRedirect=%2Fx, /#/site?externalRedirect=%2Fx",
        "#/signin, /#/site"
    })
    void aServerThatWouldShowItsSignInPage_isAskedForTheSitePicker(String location, String picker) {
        try (LoopbackServer server = LoopbackServer.answering(pickerRedirect(location))) {
            TableauAuthorization tableau = authorization(Optional.of(server.address()));

            assertThat(tableau.browserUri(TestSignIn.anySite())).isEqualTo(server.at(picker));
            assertThat(server.onlyRequest().target())
                    .isEqualTo("/oauth2/v1/auth?"
                            + tableau.authorizationUri(TestSignIn.anySite()).getRawQuery());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/#/signin",
                "//evil.example/#/signin",
                "@evil.example/#/signin",
                "/elsewhere#/signin",
                "#/signin?a b",
                "#/signup",
                "#/signin#/signin"
            })
    void anotherRedirect_leavesThePlainAddress(String location) {
        try (LoopbackServer server = LoopbackServer.answering(pickerRedirect(location))) {
            assertPlain(server.address());
        }
    }

    @Test
    void noRedirect_leavesThePlainAddress() {
        try (LoopbackServer server = LoopbackServer.answering(Answer.of(200, "text/html", "<html>"))) {
            assertPlain(server.address());
        }
    }

    @Test
    void aServerThatDoesNotAnswer_leavesThePlainAddress() {
        LoopbackServer server = LoopbackServer.answering(Answer.of(200, "text/html", "<html>"));
        server.close();

        assertPlain(server.address());
    }

    @Test
    void onCloud_nobodyIsAskedBeforehand() {
        try (HttpSender nowhere = TestSenders.within(Duration.ofMillis(1))) {
            TableauAuthorization tableau = new TableauAuthorization(
                    nowhere, new Json(), new TableauHosts(Optional.empty()), Clock.systemUTC());

            assertThat(tableau.browserUri(TestSignIn.anySite()))
                    .isEqualTo(tableau.authorizationUri(TestSignIn.anySite()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'allowed_redirect_uri_hosts -v app.example'",
        "403, 'allowed_redirect_uri_hosts -v app.example'",
        "404, 'older than Tableau Server 2025.3'"
    })
    void aServerThatRefuses_isSaidOnce_withWhatToDo(int status, String toDo) {
        try (LoopbackServer server = LoopbackServer.answering(Answer.of(status, "text/html", "<html>"));
                LogCapture log = LogCapture.of(TableauAuthorization.class.getName())) {
            TableauAuthorization tableau = authorization(Optional.of(server.address()));
            tableau.browserUri(TestSignIn.anySite());
            tableau.browserUri(TestSignIn.anySite());

            assertThat(log.text().lines())
                    .singleElement()
                    .asString()
                    .contains(toDo)
                    .doesNotContain("SECRET");
        }
    }

    @Test
    void toString_doesNotShowTheState() {
        assertThat(TestSignIn.lockedTo("sales").toString()).contains("sales").doesNotContain("SECRET");
    }

    private void assertPlain(URI server) {
        TableauAuthorization tableau = authorization(Optional.of(server));

        assertThat(tableau.browserUri(TestSignIn.anySite())).isEqualTo(tableau.authorizationUri(TestSignIn.anySite()));
    }

    private TableauAuthorization authorization(Optional<URI> server) {
        return new TableauAuthorization(sender, new Json(), new TableauHosts(server), Clock.systemUTC());
    }

    private static Answer pickerRedirect(String location) {
        return new Answer(302, Map.of("Location", location), "");
    }
}
