package org.vizgate.containers;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;

/** What an administrator can watch is there in each container. */
@ContainerTest
class WatchingIT {
    private static final URI ISSUER = GateWar.address("/watched");

    @Deployment(testable = false)
    static WebArchive watched() {
        return GateWar.at("/watched")
                .set("OAUTH_STATUS_PAGE", "on")
                .set("OAUTH_CLIENT_ID_SECRET_PAIRS", "monitoring:sesame")
                .application()
                .classes("watched")
                .build();
    }

    @Test
    void jmx_showsTheGateByItsContextPath() {
        String beans = Http.call(URI.create(ISSUER + "/api/beans"), Callers.token(ISSUER))
                .body();

        assertThat(beans.lines().filter(line -> line.contains("context=\"/watched\"")))
                .singleElement()
                .asString()
                .contains("org.vizgate:type=Gate,", " " + ISSUER + " ", "token.issued/authorization_code");
    }

    @Test
    void theStatusPage_isThereForWhoeverHasTheSecret() {
        URI page = URI.create(ISSUER + "/oauth/status");
        String credentials = Base64.getEncoder().encodeToString("monitoring:sesame".getBytes(StandardCharsets.UTF_8));
        Answer stranger = Http.get(page);
        Answer reader = Http.get(page, "Authorization", "Basic " + credentials);

        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("www-authenticate")).startsWith("Basic ");
        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.json().getString("issuer")).isEqualTo(ISSUER.toString());
    }

    @Test
    void loadBalancers_needNothing() {
        assertThat(Http.get(URI.create(ISSUER + "/oauth/health")).body()).isEqualTo("{\"status\":\"up\"}");
    }
}
