package org.vizgate.client;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectUrisTest {
    private final RedirectUris redirects = TestClients.ANY_REDIRECT;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/cb",
                "https://client.example",
                "https://client.example:8443/cb?x=1&y=%20",
                "https://192.0.2.1/cb",
                "https://[2001:db8::1]/cb",
                "http://127.0.0.1/cb",
                "http://127.0.0.1:33418/",
                "http://[::1]:8080/cb",
                "http://localhost:8080/cb",
                "HTTP://LOCALHOST/cb",
                "https://localhost/cb",
                "cursor://anysphere.cursor-retrieval/oauth/callback",
                "com.example.app:/cb",
                "com.example.app:cb"
            })
    void whatAnUnsaidClientMayUse_isNoProblem(String uri) {
        assertThat(redirects.problem(uri, ApplicationType.UNSAID)).isEmpty();
        assertThat(redirects.problem(uri, ApplicationType.NATIVE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://client.example/cb",
                "http://127.0.0.1.evil.example/cb",
                "http://localhost.evil.example/cb",
                "http://127.1/cb",
                "http://2130706433/cb",
                "http://0.0.0.0/cb",
                "http://[::]/cb",
                "http://[::ffff:127.0.0.1]/cb",
                "http:///cb",
                "http:cb",
                "http:/cb"
            })
    void httpOffLoopback_isRefused(String uri) {
        assertRefused(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                "JAVASCRIPT://client.example/%0aalert(1)",
                "data:text/html,x",
                "DATA:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "blob:https://client.example/x",
                "filesystem:https://client.example/x",
                "about:blank",
                "ws://client.example/",
                "wss://client.example/",
                "ftp://client.example/",
                "view-source:https://client.example/",
                "mailto:a@client.example",
                "intent://x#Intent;end",
                "intent:x",
                "ldap://client.example/"
            })
    void aDangerousScheme_isRefused(String uri) {
        assertRefused(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user@client.example/cb",
                "https://user:pass@client.example/cb",
                "https://client.example@evil.example/cb",
                "http://localhost@evil.example/cb",
                "https://client.example/cb#fragment",
                "https://client.example/cb#",
                "https://*.client.example/cb",
                "https://*/cb",
                "https://",
                "https:///cb",
                "https:cb",
                "https://client_name.example/cb",
                "https://client.example:port/cb",
                "https://ex%61mple.example/cb",
                "https://client.example\\@evil.example/cb",
                "https://evil.example\\.client.example/cb",
                "https://client.example/c b",
                " https://client.example/cb",
                "https://client.example/cb ",
                "https://client.example/cb\n",
                "https://client.example/\r\nSet-Cookie: x=y",
                "https://client.example/\u0000",
                "https://client.example/\u007f",
                "java\tscript:alert(1)",
                "\u0001javascript:alert(1)",
                "https://client.ex\u0430mple/cb",
                "https://client.example/\u00e4",
                "https://client\u3002example/cb",
                "https://client.example/%zz",
                "/cb",
                "//client.example/cb",
                "client.example/cb",
                "cursor:",
                "",
                ":"
            })
    void whatIsNoPlainAbsoluteUri_isRefused(String uri) {
        assertRefused(uri);
    }

    @Test
    void aUriOf500Characters_isTheLongest() {
        String uri = "https://client.example/" + "x".repeat(500 - 23);

        assertThat(redirects.problem(uri, ApplicationType.UNSAID)).isEmpty();
        assertRefused(uri + "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/cb",
                "http://localhost/cb",
                "https://localhost/cb",
                "https://127.0.0.1/cb",
                "https://[::1]/cb",
                "http://client.example/cb",
                "cursor://cb"
            })
    void aWebClient_needsHttpsToARealHost(String uri) {
        assertThat(redirects.problem(uri, ApplicationType.WEB)).isPresent();
    }

    @Test
    void aWebClientOnHttps_isNoProblem() {
        assertThat(redirects.problem("https://client.example/cb", ApplicationType.WEB))
                .isEmpty();
    }

    @Test
    void listedSchemes_areTheOnlyCustomOnes() {
        RedirectUris narrowed = new RedirectUris(Optional.of(Set.of("cursor")));

        assertThat(narrowed.problem("CURSOR://cb", ApplicationType.NATIVE)).isEmpty();
        assertThat(narrowed.problem("vscode://cb", ApplicationType.NATIVE)).isPresent();
        assertThat(narrowed.problem("https://client.example/cb", ApplicationType.NATIVE))
                .isEmpty();
    }

    @Test
    void aListedDangerousScheme_isStillRefused() {
        RedirectUris careless = new RedirectUris(Optional.of(Set.of("javascript")));

        assertThat(careless.problem("javascript:alert(1)", ApplicationType.NATIVE))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource(ApplicationType.class)
    void aProblem_doesNotQuoteTheUri(ApplicationType type) {
        assertThat(redirects.problem("javascript:<script>", type).orElseThrow()).doesNotContain("<script>");
    }

    /** RFC 8252 section 7.3. */
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/cb, http://127.0.0.1:51004/cb",
        "http://127.0.0.1:80/cb, http://127.0.0.1:51004/cb",
        "http://127.0.0.1:51004/cb, http://127.0.0.1/cb",
        "http://[::1]/cb, http://[::1]:51004/cb",
        "http://localhost/cb, http://localhost:51004/cb",
        "http://localhost/cb?x=1, http://localhost:51004/cb?x=1",
        "http://localhost, http://localhost:51004"
    })
    void aLoopbackAddress_matchesAtAnyPort(String registered, String asked) {
        assertThat(RedirectUris.matches(registered, asked)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/cb, http://127.0.0.1:51004/other",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/cb/",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/cb?x=1",
        "http://127.0.0.1/cb?x=1, http://127.0.0.1:51004/cb",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/CB",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/%63b",
        "http://127.0.0.1/cb, http://127.0.0.1:51004/../cb",
        "http://127.0.0.1/cb, http://localhost:51004/cb",
        "http://localhost/cb, http://[::1]:51004/cb",
        "http://127.0.0.1/cb, https://127.0.0.1/cb",
        "https://localhost/cb, http://localhost/cb",
        "https://localhost/cb, https://localhost:51004/cb",
        "http://127.0.0.1/cb, http://user@127.0.0.1/cb",
        "http://127.0.0.1/cb, http://127.0.0.1@evil.example/cb",
        "http://127.0.0.1/cb, http://127.0.0.1/cb#x",
        "http://127.0.0.1/cb, http://127.0.0.1.evil.example/cb",
        "http://localhost/cb, http://localhost\\@evil.example/cb",
        "http://127.0.0.1/cb, ''"
    })
    void anotherLoopbackAddress_doesNotMatch(String registered, String asked) {
        assertThat(RedirectUris.matches(registered, asked)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/cb/",
                "https://client.example/cb?x",
                "https://client.example/cb#",
                "https://client.example:443/cb",
                "https://CLIENT.example/cb",
                "HTTPS://client.example/cb",
                "https://client.example/CB",
                "https://client.example/x/../cb",
                "https://client.example/%63b",
                "https://client.example//cb",
                "https://client.example.evil.example/cb",
                "http://client.example/cb",
                "https://user@client.example/cb",
                ""
            })
    void anHttpsRedirect_matchesExactlyOnly(String asked) {
        assertThat(RedirectUris.matches("https://client.example/cb", asked)).isFalse();
        assertThat(RedirectUris.matches("https://client.example/cb", "https://client.example/cb"))
                .isTrue();
    }

    @Test
    void aStarInAPath_isNoWildcard() {
        assertThat(RedirectUris.matches("https://client.example/*", "https://client.example/cb"))
                .isFalse();
    }

    @Test
    void aCustomScheme_matchesExactlyOnly() {
        assertThat(RedirectUris.matches("cursor://cb", "cursor://cb")).isTrue();
        assertThat(RedirectUris.matches("cursor://cb", "cursor://cb:99")).isFalse();
        assertThat(RedirectUris.matches("cursor://cb", "CURSOR://cb")).isFalse();
    }

    @Test
    void loopbackAndCustomSchemes_areTold() {
        assertThat(RedirectUris.isLoopback("http://[::1]:1/cb")).isTrue();
        assertThat(RedirectUris.isLoopback("https://client.example/cb")).isFalse();
        assertThat(RedirectUris.isLoopback("cursor://localhost/cb")).isFalse();
        assertThat(RedirectUris.isCustomScheme("cursor://localhost/cb")).isTrue();
        assertThat(RedirectUris.isCustomScheme("HTTPS://client.example/cb")).isFalse();
        assertThat(RedirectUris.isCustomScheme("http://localhost/cb")).isFalse();
    }

    /** A certificate for localhost proves nothing about which program listens there. */
    @Test
    void httpsOnThisComputer_isLoopbackToo() {
        assertThat(RedirectUris.isLoopback("https://localhost:8443/cb")).isTrue();
        assertThat(RedirectUris.isLoopback("https://127.0.0.1/cb")).isTrue();
    }

    private void assertRefused(String uri) {
        assertThat(redirects.problem(uri, ApplicationType.UNSAID)).isPresent();
        assertThat(redirects.problem(uri, ApplicationType.NATIVE)).isPresent();
        assertThat(redirects.problem(uri, ApplicationType.WEB)).isPresent();
    }
}
