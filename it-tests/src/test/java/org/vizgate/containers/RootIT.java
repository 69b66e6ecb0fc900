package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** The whole way at the root of the server, with a resource below it. */
@ContainerTest
class RootIT {
    private static final URI ISSUER = GateWar.address("");

    @Deployment(testable = false)
    static WebArchive root() {
        return GateWar.at("")
                .set("OAUTH_RESOURCE_URI", ISSUER + "," + ISSUER + "/api/below")
                .application()
                .build();
    }

    @Test
    void metadata_areWhereClientsLook() {
        assertThat(challenge("/api/whoami"))
                .contains("resource_metadata=\"" + ISSUER + "/.well-known/oauth-protected-resource\"");
        assertThat(challenge("/api/below/x"))
                .contains("resource_metadata=\"" + ISSUER + "/.well-known/oauth-protected-resource/api/below\"");
        assertThat(resource("")).isEqualTo(ISSUER.toString());
        assertThat(resource("/api/below")).isEqualTo(ISSUER + "/api/below");
    }

    @Test
    void signedIn_theApplicationSeesTheUser() {
        SignIn signIn = SignIn.of(OAuthClient.register(ISSUER));

        assertThat(Facts.of(signIn.client().whoami(signIn.tokens().access())).get("caller"))
                .isEqualTo(JO_SALES.luid());
    }

    @Test
    void tokenOfOneResource_isNoneOfTheOther() {
        SignIn signIn = SignIn.of(OAuthClient.register(ISSUER)).with("resource", ISSUER + "/api/below");
        String access = signIn.tokens().access();

        assertThat(Http.call(URI.create(ISSUER + "/api/below/x"), access).status())
                .isEqualTo(200);
        assertThat(Http.call(URI.create(ISSUER + "/api/whoami"), access).status())
                .isEqualTo(401);
    }

    private static String challenge(String path) {
        return Http.get(URI.create(ISSUER + path)).challenge();
    }

    private static String resource(String path) {
        return Http.get(URI.create(ISSUER + "/.well-known/oauth-protected-resource" + path))
                .json()
                .getString("resource");
    }
}
