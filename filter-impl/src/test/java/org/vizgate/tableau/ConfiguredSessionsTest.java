package org.vizgate.tableau;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.JwtExtras;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.TableauException;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.LoopbackServer.Received;
import org.vizgate.outbound.TestSenders;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConfiguredSessionsTest {
    private static final ConnectedApp FOR_CALLERS = new ConnectedApp(
                    "client", "id", Secret.of("SECRET"), "{OAUTH_USERNAME}")
            .with(JwtExtras.none().withAttribute("Who", List.of(Map.of("name", "is {OAUTH_USERNAME}"))));

    private final TestRest tableau = TestRest.open();
    private final HttpSender sender = TestSenders.ordinary();
    private final AtomicLong now = new AtomicLong();
    private final List<ConfiguredSessions> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ConfiguredSessions::close);
        sender.close();
        tableau.close();
    }

    private ConfiguredSessions forCallers(int maxSessions) {
        ConfiguredSessions sessions = new ConfiguredSessions(
                tableau.place("sales"),
                new CredentialTemplate(FOR_CALLERS),
                TestKeepers.tools(sender, now),
                maxSessions);
        opened.add(sessions);
        return sessions;
    }

    @Test
    void aCredentialWithoutPlaceholder_isOneSessionForAll() {
        ConfiguredSessions sessions = new ConfiguredSessions(
                tableau.place("sales"),
                new CredentialTemplate(new PersonalAccessToken("ci", Secret.of("SECRET"))),
                TestKeepers.tools(sender, now));
        opened.add(sessions);

        assertThat(sessions.isPerCaller()).isFalse();
        assertThat(sessions.session("jo")).isSameAs(sessions.session("max"));
        assertThat(sessions.session("")).isSameAs(sessions.session("max"));
    }

    @Test
    void eachCaller_hasASessionOfTheirOwn_andNeverAnothers() {
        ConfiguredSessions sessions = forCallers(10);

        SharedSession jo = sessions.session("jo");
        SharedSession max = sessions.session("max");

        assertThat(jo).isNotSameAs(max).isSameAs(sessions.session("jo"));
        assertThat(tableau.asked(TestRest.SIGN_IN).stream().map(ConfiguredSessionsTest::user))
                .containsExactly("jo", "max");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jo\",\"sub\":\"admin", "{OAUTH_USERNAME}", "jo\\", "j\u00f6 <o>"})
    void aName_staysAText(String name) {
        ConnectedApp filled = (ConnectedApp) new CredentialTemplate(FOR_CALLERS).of(name);
        forCallers(10).session(name);

        assertThat(user(tableau.asked(TestRest.SIGN_IN).get(0))).isEqualTo(name);
        assertThat(filled.extras().attributes()).containsEntry("Who", List.of(Map.of("name", "is " + name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void nobody_isActedForWithoutAName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> forCallers(10).session(name));
        assertThat(tableau.targets()).isEmpty();
    }

    @Test
    void sessionsThatNobodyUses_areSignedOut() {
        ConfiguredSessions sessions = forCallers(10);
        sessions.session("jo");
        now.addAndGet(Duration.ofMinutes(24).toNanos());
        sessions.session("max");
        now.addAndGet(Duration.ofMinutes(1).toNanos());
        sessions.session("max");
        opened.forEach(ConfiguredSessions::close);

        assertThat(signedOut()).containsExactlyInAnyOrder("SECRET-token-1", "SECRET-token-2");
        assertThat(sessions.size()).isZero();
    }

    @Test
    void beyondTheBound_whoWasAwayLongestIsSignedOut() {
        ConfiguredSessions sessions = forCallers(2);
        sessions.session("jo");
        sessions.session("max");
        sessions.session("jo");
        sessions.session("eve");

        assertThat(sessions.size()).isEqualTo(2);
        int signIns = tableau.asked(TestRest.SIGN_IN).size();
        sessions.session("jo");
        assertThat(tableau.asked(TestRest.SIGN_IN)).hasSize(signIns);
    }

    @Test
    void whenItIsClosed_allAreSignedOut_andThereAreNoMore() {
        ConfiguredSessions sessions = forCallers(10);
        sessions.session("jo");
        sessions.session("max");
        sessions.close();
        sessions.close();

        assertThat(signedOut()).containsExactlyInAnyOrder("SECRET-token-1", "SECRET-token-2");
        assertThat(catchThrowableOfType(TableauException.class, () -> sessions.session("eve")))
                .hasMessageContaining("stopping");
    }

    private List<String> signedOut() {
        return tableau.asked(TestRest.SIGN_OUT).stream()
                .map(request -> request.header("X-Tableau-Auth"))
                .toList();
    }

    private static String user(Received signIn) {
        String jwt = TestKeys.JSON
                .read(signIn.body())
                .object("credentials")
                .orElseThrow()
                .requiredText("jwt");
        return ReadJwt.of(Secret.of(jwt)).claims().requiredText("sub");
    }
}
