package org.vizgate.cloudmanager;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.CloudManagerSession;
import org.vizgate.credential.CloudManagerSignIn;
import org.vizgate.credential.PublicKeyText;
import org.vizgate.credential.StoredUatConfiguration;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.UatConfiguration;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.scope.Scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Configurations on the wire: what is sent to the letter, and the forms in which answers have been seen. */
class UatConfigurationWireTest {
    private static final PublicKeyText KEY = new PublicKeyText("kid-1", "-----BEGIN PUBLIC KEY-----\nMIIB\n", "{}");
    private static final UatConfiguration WANTED = UatConfiguration.trusting(
                    "Web filter", "https://idp.corp.example", KEY)
            .opening("site-luid", "tenant-1")
            .allowing("tableau:content:read");
    private static final String WANTED_JSON = "{\"name\":\"Web filter\",\"issuer\":\"https://idp.corp.example\","
            + "\"publicKey\":\"-----BEGIN PUBLIC KEY-----\\nMIIB\\n\",\"usernameClaim\":\"email\","
            + "\"resourceIds\":[\"site-luid\",\"tenant-1\"],\"scopes\":[\"tableau:content:read\"],\"enabled\":true}";
    private static final String MEMBERS = "\"tenantId\":\"tenant-1\",\"name\":\"Web filter\","
            + "\"issuer\":\"https://idp.corp.example\",\"publicKey\":\"-----BEGIN PUBLIC KEY-----\\nMIIB\\n\","
            + "\"publicKeyActive\":true,\"jwksUri\":null,\"usernameClaim\":\"email\","
            + "\"resourceIds\":[\"site-luid\",\"tenant-1\"],\"scopes\":[\"tableau:content:read\"],\"enabled\":true}";
    private static final String STORED_JSON = "{\"id\":\"c-1\",\"configId\":\"c-1\"," + MEMBERS;
    private static final StoredUatConfiguration STORED =
            new StoredUatConfiguration("c-1", "tenant-1", Optional.of(true), WANTED);

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void create_sendsWhatIsThere_andReadsWhatIsStored(int status) {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(status, STORED_JSON));
                OpenSession session = manager.session()) {
            assertThat(session.create(WANTED)).isEqualTo(STORED);

            assertThat(line(manager.last())).isEqualTo("POST /api/v1/uat-configurations");
            assertThat(manager.last().body()).isEqualTo(WANTED_JSON);
            assertThat(manager.last().header("Content-Type")).isEqualTo("application/json");
            assertThat(manager.last().header("x-tableau-session-token")).isEqualTo("SECRET:+/=-1");
        }
    }

    @Test
    void aJwksUri_isSentInPlaceOfAKey_andNoScopesAreNoMember() {
        UatConfiguration published = UatConfiguration.trusting(
                        "Web filter", "issuer", URI.create("https://idp.corp.example/jwks.json"))
                .opening("site-luid")
                .withUsernameClaim("upn")
                .enabled(false);

        assertThat(bodyOf(session -> session.create(published)))
                .isEqualTo("{\"name\":\"Web filter\",\"issuer\":\"issuer\","
                        + "\"jwksUri\":\"https://idp.corp.example/jwks.json\",\"usernameClaim\":\"upn\","
                        + "\"resourceIds\":[\"site-luid\"],\"enabled\":false}");
    }

    @Test
    void aList_canBeBare_orInAnObject() {
        assertThat(listOf("[" + STORED_JSON + "]")).containsExactly(STORED);
        assertThat(listOf("{\"uatConfigurations\":[" + STORED_JSON + "]}")).containsExactly(STORED);
        assertThat(listOf(" [] ")).isEmpty();
    }

    @Test
    void anId_canBeOfThreeForms() {
        assertThat(listOf("[{\"configId\":\"c-1\"," + MEMBERS + "]")).containsExactly(STORED);
        assertThat(listOf("[{\"id\":\"c-1\"," + MEMBERS + "]")).containsExactly(STORED);
        assertThat(listOf("[{\"id\":{\"configId\":\"c-1\"}," + MEMBERS + "]")).containsExactly(STORED);
    }

    @Test
    void membersThatAreMissing_areReadAsTheirDefaults() {
        StoredUatConfiguration stored = listOf("[{\"configId\":\"c-1\"}]").get(0);

        assertThat(stored.tenantId()).isEmpty();
        assertThat(stored.publicKeyActive()).isEmpty();
        assertThat(stored.configuration().usernameClaim()).isEqualTo("email");
        assertThat(stored.configuration().scopes()).isEqualTo(Scopes.none());
        assertThat(stored.configuration().enabled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html>Sign in</html>",
                "[{}]",
                "[1]",
                "[{\"configId\":\"a b\"}]",
                "[{\"configId\":\"c-1\",\"jwksUri\":\"a b\"}]",
                "[{\"configId\":\"c-1\",\"scopes\":[\"\"]}]"
            })
    void anythingElse_isNotCloudManager(String body) {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(200, body));
                OpenSession session = manager.session()) {
            assertThat(failureOf(session, CloudManagerSession::configurations).kind())
                    .isEqualTo(Kind.NOT_TABLEAU);
        }
    }

    @Test
    void get_namesTheIdInItsPath() {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(200, STORED_JSON));
                OpenSession session = manager.session()) {
            assertThat(session.configuration("c-1")).isEqualTo(STORED);
            assertThat(line(manager.last())).isEqualTo("GET /api/v1/uat-configurations/c-1");
            assertThat(manager.last().body()).isEmpty();
        }
    }

    @Test
    void update_sendsTheWholeConfiguration() {
        assertThat(lineOf(session -> session.update("c-1", WANTED))).isEqualTo("PUT /api/v1/uat-configurations/c-1");
        assertThat(bodyOf(session -> session.update("c-1", WANTED))).isEqualTo(WANTED_JSON);
    }

    @Test
    void update_canHaveAnotherVerb() {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(204, ""));
                OpenSession session = manager.session(
                        manager.signIn()
                                .calling(
                                        CloudManagerMethod.UPDATE_CONFIGURATION,
                                        "PATCH /api/v1/uat-configurations/{configId}"),
                        TestCloudManager.TOKEN)) {
            session.update("c-1", WANTED);

            assertThat(line(manager.last())).isEqualTo("PATCH /api/v1/uat-configurations/c-1");
        }
    }

    @ParameterizedTest
    @CsvSource({"200,{}", "200,''", "204,''"})
    void delete_isDone_withAnyStatusOfSuccess(int status, String body) {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(status, body));
                OpenSession session = manager.session()) {
            assertThatCode(() -> session.delete("c-1")).doesNotThrowAnyException();
            assertThat(line(manager.last())).isEqualTo("DELETE /api/v1/uat-configurations/c-1");
        }
    }

    @Test
    void aPageForPeople_isNoSuccess() {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.of(200, "text/html", "Sign in"));
                OpenSession session = manager.session()) {
            assertThat(failureOf(session, open -> open.delete("c-1")).kind()).isEqualTo(Kind.NOT_TABLEAU);
        }
    }

    @Test
    void anId_staysInItsPlace() {
        assertThat(lineOf(session -> session.delete("../a b?c"))).endsWith("/uat-configurations/..%2Fa%20b%3Fc");
        assertThatIllegalArgumentException().isThrownBy(() -> lineOf(session -> session.delete("..")));
        assertThatIllegalArgumentException().isThrownBy(() -> lineOf(session -> session.delete("")));
    }

    @Test
    void revoking_isOff_untilItsPathIsSet() {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(200, ""));
                OpenSession session = manager.session()) {
            TableauException failure = failureOf(session, open -> open.revoke("jti-1"));

            assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
            assertThat(failure).hasMessageContaining("calling(CloudManagerMethod.REVOKE_JWT, ");
            assertThat(manager.received()).hasSize(1);
        }
    }

    @Test
    void revoking_namesTheJwt_inThePathOrInTheBody() {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(204, ""))) {
            revoke(manager, "DELETE /api/v1/tokens/{jti}");
            assertThat(line(manager.last())).isEqualTo("DELETE /api/v1/tokens/jti-1");
            assertThat(manager.last().body()).isEmpty();

            revoke(manager, "POST /api/v1/revocations");
            assertThat(line(manager.last())).isEqualTo("POST /api/v1/revocations");
            assertThat(manager.last().body()).isEqualTo("{\"jti\":\"jti-1\"}");
        }
    }

    private static void revoke(TestCloudManager manager, String verbAndPath) {
        CloudManagerSignIn where = manager.signIn().calling(CloudManagerMethod.REVOKE_JWT, verbAndPath);
        try (OpenSession session = manager.session(where, TestCloudManager.TOKEN)) {
            session.revoke("jti-1");
        }
    }

    private static List<StoredUatConfiguration> listOf(String body) {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(200, body));
                OpenSession session = manager.session()) {
            List<StoredUatConfiguration> list = session.configurations();
            assertThat(line(manager.last())).isEqualTo("GET /api/v1/uat-configurations");
            return list;
        }
    }

    private static String lineOf(Consumer<CloudManagerSession> call) {
        return line(requestOf(call));
    }

    private static String bodyOf(Consumer<CloudManagerSession> call) {
        return requestOf(call).body();
    }

    private static Received requestOf(Consumer<CloudManagerSession> call) {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(200, STORED_JSON));
                OpenSession session = manager.session()) {
            call.accept(session);
            return manager.last();
        }
    }

    private static TableauException failureOf(OpenSession session, Consumer<CloudManagerSession> call) {
        return catchThrowableOfType(TableauException.class, () -> call.accept(session));
    }

    private static String line(Received request) {
        return request.method() + " " + request.target();
    }
}
