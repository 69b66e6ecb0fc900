package org.vizgate.library;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.vizgate.cloudmanager.TestCloudManager;
import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.CloudManagerSession;
import org.vizgate.credential.CloudManagerSignIn;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.outbound.LoopbackServer.Answer;
import org.vizgate.session.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Cloud Manager as a program uses it. */
class CloudManagerSignInTest {
    @Test
    void aBlock_signsInAndOut() {
        try (TestCloudManager manager = TestCloudManager.answering(Answer.json(200, "[]"))) {
            CloudManagerSession session;
            try (CloudManagerSession open = manager.signIn()
                    .calling(CloudManagerMethod.LOGOUT, "DELETE /api/v2/sessions")
                    .with(TestCloudManager.TOKEN)) {
                session = open;
                assertThat(open.configurations()).isEmpty();
                assertThat(open.remaining()).isPositive();
            }

            assertThat(manager.received())
                    .extracting(request -> request.method() + " " + request.target())
                    .containsExactly(
                            "POST /api/v1/pat/login", "GET /api/v1/uat-configurations", "DELETE /api/v2/sessions");
            assertThatIllegalStateException().isThrownBy(session::configurations);
        }
    }

    @Test
    void plainHttp_offLoopback_isRefused_beforeTheCredentialIsSent() {
        CloudManagerSignIn plain = CloudManagerSignIn.to(URI.create("http://acme.cloudmanager.tableau.com"));

        assertThat(failureOf(plain)).hasMessageContaining("use https");
    }

    @Test
    void anAddressWithAPath_isRefused() {
        assertThat(failureOf(CloudManagerSignIn.to(URI.create("https://acme.cloudmanager.tableau.com/admin"))))
                .hasMessageContaining("without user, path and query");
    }

    private static TableauException failureOf(CloudManagerSignIn where) {
        TableauException failure = catchThrowableOfType(
                TableauException.class, () -> where.with(SignedJwt.ofUnifiedAccess(Secret.of("SECRET"))));
        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        return failure;
    }
}
