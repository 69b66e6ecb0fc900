package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;
import org.vizgate.it.SignIn;

import static org.assertj.core.api.Assertions.assertThat;

/** What is public, and what only looks so: containers decode and tidy up addresses, each in its own way. */
@ContainerTest
class PublicPathsIT {
    private static final URI ISSUER = GateWar.address("/paths");
    private static final String SECRET = "for callers only";

    @Deployment(testable = false)
    static WebArchive paths() {
        return GateWar.at("/paths")
                .set("OAUTH_PUBLIC_PATHS", "/, /open/*, /docs/, /api/below/public, *.css")
                .declare("<welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>")
                .application()
                .file("index.html", "welcome")
                .file("open/index.html", "open welcome")
                .file("open/page.txt", "open to all")
                .file("open.txt", SECRET)
                .file("opened/page.txt", SECRET)
                .file("docs/index.html", "documents")
                .file("docs/page.txt", SECRET)
                .file("closed/page.txt", SECRET)
                .file("closed/style.css", "colours")
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/=welcome",
                "/open/page.txt=open to all",
                "/open/=open welcome",
                "/docs/=documents",
                "/closed/style.css=colours",
                "/open/page.txt?a=b;c//d/../e=open to all",
                "/%6fpen/page.txt=open to all"
            })
    void public_needsNoToken(String addressAndText) {
        int equals = addressAndText.lastIndexOf('=');

        RawRequest.Reply reply = get(addressAndText.substring(0, equals));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text()).endsWith(addressAndText.substring(equals + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Whole segments; a front page is not the application, nor the file that is shown there.
                "/open.txt",
                "/opened/page.txt",
                "/docs/page.txt",
                "/docs/index.html",
                "/index.html",
                "/closed/page.txt",
                "/api/whoami",
                "/api/below/public/or/not",
                "/OPEN/page.txt"
            })
    void notListed_isProtected(String path) {
        RawRequest.Reply reply = get(path);

        assertThat(reply.status()).as(reply.text()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Encoded slash, backslash, dot
                "/open%2f..%2fclosed/page.txt",
                "/open%2Fpage.txt",
                "/open/%2e%2e/closed/page.txt",
                "/open/.%2e/closed/page.txt",
                "/open/%2E/page.txt",
                "/open/page%2etxt",
                "/open/..%5cclosed/page.txt",
                "/open%5c..%5cclosed%5cpage.txt",
                "/open/%252e%252e/closed/page.txt",
                // Backslash
                "/open/..\\closed/page.txt",
                "/open\\page.txt",
                // Path parameters
                "/open/..;/closed/page.txt",
                "/open/..;a=b/closed/page.txt",
                "/open;/page.txt",
                "/open/page.txt;.css",
                "/closed/page.txt;.css",
                "/api/whoami;.css",
                "/api/below/public;/../private",
                // Empty and dot segments
                "//open/page.txt",
                "/open//page.txt",
                "/open//../closed/page.txt",
                "/open/../closed/page.txt",
                "/open/./page.txt",
                "/open/..",
                "/open/.",
                "/closed/../open/page.txt",
                // Bytes that are no text, and controls
                "/open/%00/page.txt",
                "/closed/page.txt%00.css",
                "/open/%c0%ae%c0%ae/closed/page.txt",
                "/open/%0a.css"
            })
    void ambiguous_isNeverPublic(String path) {
        RawRequest.Reply reply = get(path);

        // The container may refuse it before the gate sees it (GlassFish with 500), or ask for the tidy address.
        assertThat(reply.status()).as(reply.text()).isIn(301, 302, 400, 401, 404, Container.isGlassFish() ? 500 : 400);
        assertThat(reply.text()).doesNotContain(SECRET).doesNotContain("caller=");
    }

    @Test
    void absoluteTarget_isJudgedByItsPath() {
        URI server = Container.address();

        assertThat(RawRequest.get(server, ISSUER + "/open/page.txt").status()).isEqualTo(200);
        assertThat(RawRequest.get(server, ISSUER + "/closed/page.txt").status()).isEqualTo(401);
    }

    @Test
    void publicPath_knowsACallerWhoSaysSo_andForgivesABadToken() {
        SignIn signIn = SignIn.of(OAuthClient.register(ISSUER));
        URI open = URI.create(ISSUER + "/api/below/public");

        assertThat(Facts.of(Http.get(open)).get("user")).isEqualTo("null");
        assertThat(Facts.of(Http.call(open, "a.b.c.d.e")).get("user")).isEqualTo("null");
        assertThat(Facts.of(Http.call(open, signIn.tokens().access())).get("user"))
                .isNotEqualTo("null");
    }

    private static RawRequest.Reply get(String path) {
        return RawRequest.get(Container.address(), "/paths" + path);
    }
}
