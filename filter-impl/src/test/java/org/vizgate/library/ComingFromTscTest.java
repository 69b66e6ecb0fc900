package org.vizgate.library;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vizgate.credential.ConnectedApp;
import org.vizgate.credential.PersonalAccessToken;
import org.vizgate.credential.ServerInfo;
import org.vizgate.credential.SignedInSession;
import org.vizgate.credential.SignedJwt;
import org.vizgate.credential.SigningKey;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.TableauSignIn;
import org.vizgate.credential.Transport;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.credential.UsernamePassword;
import org.vizgate.jose.TestKeys;
import org.vizgate.outbound.TestCertificate;
import org.vizgate.session.Secret;
import org.vizgate.tableau.TestRest;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines of Java that the README puts beside those of TSC, as they are there. */
class ComingFromTscTest {
    private static final Path README = Path.of("../README.md");
    private static final Path THIS = Path.of("src/test/java/org/vizgate/library/ComingFromTscTest.java");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final TestRest rest = TestRest.open();
    private final URI server = rest.address();
    private final Secret secret = Secret.of("SECRET");
    private final Secret jwt = Secret.of("a.b.c");
    private final Secret key = Secret.of(TestKeys.pkcs8(TestKeys.FIRST));
    private final String luid = "7d0c3a52-1111-4f6e-9b1a-0a0b0c0d0e0f";

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void credentials() {
        for (TableauCredential credential : List.of(
                new PersonalAccessToken("name", secret),
                new UsernamePassword("user", secret),
                SignedJwt.ofConnectedApp(jwt),
                SignedJwt.ofUnifiedAccess(jwt),
                new ConnectedApp("client id", "secret id", secret, "user"),
                new UnifiedAccess("tenant", "issuer", SigningKey.ofPem(key), "user"))) {
            try (SignedInSession tableau =
                    TableauSignIn.to(server).site("sales").with(credential)) {
                assertThat(tableau.userId()).isEqualTo("user-luid");
            }
        }
        assertThat(rest.asked(TestRest.SIGN_IN)).hasSize(6);
        assertThat(rest.asked(TestRest.SIGN_OUT)).hasSize(6);
    }

    @Test
    void whatASessionDoes() {
        TableauCredential credential = new PersonalAccessToken("name", secret);
        try (SignedInSession tableau = TableauSignIn.to(server).with(credential)) {
            tableau.switchSite("marketing");
            assertThat(tableau.site().contentUrl()).isEqualTo("marketing");
            assertThat(tableau.header().value()).isEqualTo(tableau.token());
            assertThat(tableau.site().id()).isEqualTo("site-luid");
            assertThat(tableau.userId()).isEqualTo("user-luid");
            assertThat(tableau.current().user().name()).isEqualTo("jo@corp.example");
            assertThat(tableau.apiVersion()).hasToString("3.27");
            tableau.signOut();
        }
        ServerInfo info = TableauSignIn.to(server).serverInfo();
        assertThat(info.restApiVersion()).hasToString("3.27");
    }

    @Test
    void howTableauIsReached(@TempDir Path folder) throws Exception {
        TableauCredential credential = new PersonalAccessToken("name", secret);
        TableauSignIn.to(server).apiVersion("3.24").with(credential).close();
        TableauSignIn.to(server).impersonating(luid).with(credential).close();
        TableauSignIn.to(server)
                .over(Transport.usual().within(Duration.ofSeconds(30)))
                .with(credential)
                .close();

        TestCertificate own = TestCertificate.make(folder.resolve("own.p12"), "ip:127.0.0.1");
        Path file = Files.writeString(folder.resolve("ca.pem"), own.pem());
        try (TestRest secure = TestRest.overTls(own.context())) {
            URI server = secure.address();
            TableauSignIn.to(server)
                    .trusting(Files.readString(file))
                    .with(credential)
                    .close();
            TableauSignIn.to(server)
                    .over(Transport.usual().dangerouslyWithoutTlsVerification())
                    .with(credential)
                    .close();
            assertThat(secure.asked(TestRest.SIGN_OUT)).hasSize(2);
        }
        assertThat(TableauSignIn.to(server)
                        .over(Transport.usual().through(URI.create("http://proxy:3128")))
                        .transport()
                        .proxy())
                .contains(URI.create("http://proxy:3128"));
    }

    @Test
    void theReadmesLines_areTheseLines() throws IOException {
        String here = squeezed(Files.readString(THIS));
        String readme = Files.readString(README);
        String section = readme.substring(readme.indexOf("### Coming from TSC"));
        List<String> rows = section.lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(12);
        for (String row : rows) {
            String java = row.substring(row.lastIndexOf(" | ") + 3);
            assertThat(CODE.matcher(java)
                            .results()
                            .map(MatchResult::group)
                            .map(code -> squeezed(code.replace("`", ""))))
                    .as(row)
                    .isNotEmpty()
                    .allSatisfy(code -> assertThat(here).contains(code));
        }
    }

    /** The formatter breaks lines where it likes. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
