package org.vizgate.tableau;

import java.net.URI;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TableauHostsTest {
    private final TableauHosts cloud = new TableauHosts(Optional.empty());

    @Test
    void withoutServer_theBrowserGoesToTableauCloud() {
        assertThat(cloud.signIn()).hasToString("https://online.tableau.com");
        assertThat(cloud.isCloud()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://online.tableau.com", "https://Online.Tableau.com:443/"})
    void theCloudsOwnAddress_isAsNoServer(String address) {
        TableauHosts hosts = hosts(address);

        assertThat(hosts.fromOriginHost("prod-ca-a.online.tableau.com"))
                .hasToString("https://prod-ca-a.online.tableau.com");
    }

    @Test
    void aPodAsServer_isCloudAndTheOnlyHost() {
        TableauHosts hosts = hosts("https://prod-ca-a.online.tableau.com");

        assertThat(hosts.isCloud()).isTrue();
        assertThat(hosts.allows(URI.create("https://prod-ca-b.online.tableau.com")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://tableau.example, tableau.example",
        "https://tableau.example/, Tableau.Example:443",
        "https://tableau.example:443, tableau.example",
        "https://tableau.example:8443, tableau.example:8443",
        "http://127.0.0.1:8080, 127.0.0.1:8080",
        "http://[::1]:80, [::1]"
    })
    void anOriginHostThatIsTheServer_isTheServer(String server, String originHost) {
        assertThat(hosts(server).fromOriginHost(originHost))
                .isEqualTo(hosts(server).signIn());
    }

    @ParameterizedTest
    @CsvSource({
        "https://tableau.example, other.example",
        "https://tableau.example, tableau.example:8443",
        "https://tableau.example:8443, tableau.example",
        "https://tableau.example, prod-ca-a.online.tableau.com",
        "https://tableau.example, tableau.example.evil.example"
    })
    void anOriginHostThatIsNotTheServer_isAConfigurationError(String server, String originHost) {
        TableauException failure =
                catchThrowableOfType(TableauException.class, () -> hosts(server).fromOriginHost(originHost));

        assertThat(failure.kind()).isEqualTo(Kind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("SERVER").hasMessageContaining(originHost);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".online.tableau.com",
                "online.tableau.com",
                "evilonline.tableau.com",
                "online.tableau.com.evil.example",
                "a.online.tableau.com:443",
                "a.online.tableau.com:8443",
                "a.online.tableau.com.",
                "a..online.tableau.com",
                "-a.online.tableau.com",
                "a_b.online.tableau.com",
                "evil.example/.online.tableau.com",
                "evil.example#.online.tableau.com",
                "evil.example?.online.tableau.com",
                "evil.example\\.online.tableau.com",
                "evil.example%2f.online.tableau.com",
                "evil@a.online.tableau.com",
                "a.online.tableau.com@evil.example",
                "https://a.online.tableau.com",
                "a.online.tableau.com/",
                "a.online.tableau.com\r\n",
                " a.online.tableau.com",
                "a\u3002online.tableau.com",
                "\u0430.online.tableau.com",
                "[::::]",
                "[::1]"
            })
    void onCloud_whatIsNoPodIsRefused(String originHost) {
        assertThat(catchThrowableOfType(TableauException.class, () -> cloud.fromOriginHost(originHost))
                        .kind())
                .isEqualTo(Kind.CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource({
        "https://prod-ca-a.online.tableau.com, true",
        "https://prod-ca-a.online.tableau.com/, true",
        "http://prod-ca-a.online.tableau.com, false",
        "https://prod-ca-a.online.tableau.com/path, false",
        "https://prod-ca-a.online.tableau.com?x, false",
        "https://prod-ca-a.online.tableau.com#x, false",
        "https://user@prod-ca-a.online.tableau.com, false",
        "https://evil.example, false",
        "https:prod-ca-a.online.tableau.com, false",
        "//prod-ca-a.online.tableau.com, false"
    })
    void onCloud_aServerInsideATokenMustBeAPod(URI server, boolean allowed) {
        assertThat(cloud.allows(server)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "https://tableau.example, true",
        "https://TABLEAU.example:443/, true",
        "http://tableau.example, false",
        "https://tableau.example:444, false",
        "https://user@tableau.example, false",
        "https://prod-ca-a.online.tableau.com, false"
    })
    void withAServer_onlyThatServerIsAllowed(URI server, boolean allowed) {
        assertThat(hosts("https://tableau.example").allows(server)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tableau.example", "ftp://a", "https://a/path", "https://u@a", "https://a?x", "https://a_b"})
    void aServerThatIsNoBaseAddress_isRefusedAtOnce(String server) {
        assertThatIllegalArgumentException().isThrownBy(() -> hosts(server)).withMessageContaining("SERVER");
    }

    private static TableauHosts hosts(String server) {
        return new TableauHosts(Optional.of(URI.create(server)));
    }
}
