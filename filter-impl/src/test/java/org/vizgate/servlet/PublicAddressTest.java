package org.vizgate.servlet;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which addresses need no token, however they are written. */
class PublicAddressTest {
    private static TestContainer strict;
    private static TestContainer lenient;

    @BeforeAll
    static void start() {
        strict = TestContainer.with(application());
        lenient = TestContainer.lenientWith(application());
    }

    private static TestApp application() {
        return TestApp.ordinary("").set("OAUTH_PUBLIC_PATHS", "/, /public/*, /front.html, *.css");
    }

    @AfterAll
    static void stop() {
        strict.close();
        lenient.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?x=y",
                "/public",
                "/public/",
                "/public/a/b",
                "/front.html",
                "/style.css",
                "/a/style.css",
                "/public/a%20b"
            })
    void aPublicPath_needsNoToken(String target) {
        assertThat(strict.answerTo(Wire.get(target)).reachedApplication()).isTrue();
        assertThat(lenient.answerTo(Wire.get(target)).says("caller=nobody")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/publicity",
                "/public2/x",
                "/Public/x",
                "/front.html/x",
                "/front.htm",
                "/style.css/x",
                "/.css/x",
                "/api"
            })
    void aPathBesideAPublicOne_isProtected(String target) {
        Wire.Answer answer = strict.answerTo(Wire.get(target));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.reachedApplication()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public/../api",
                "/public/./../api",
                "/public/%2e%2e/api",
                "/public/%2E%2E/api",
                "/public/.%2e/api",
                "/public/%252e%252e/api/%2e%2e",
                "/public/..;/api",
                "/public/..;x=y/api",
                "/public;x/api",
                "/public/;/api",
                "//api",
                "//public/api",
                "/public//api",
                "/public/..//api",
                "/api;x=/public",
                "/api;.css",
                "/api/x.css;y",
                "/api;/../style.css",
                "/public%2f..%2fapi",
                "/public%2Fapi",
                "/public/%2e%2e%2fapi",
                "/public/..%5capi",
                "/public/%5c..%5capi",
                "/public\\..\\api",
                "/api%00.css",
                "/api%0a.css",
                "/api%3b.css",
                "/public/%c0%ae%c0%ae/api",
                "http://gate.example/public/../api",
            })
    void aTrickyAddress_neverPasses(String target) {
        for (TestContainer container : List.of(strict, lenient)) {
            Wire.Answer answer = container.answerTo(Wire.get(target));
            assertThat(answer.reachedApplication()).as(answer.text()).isFalse();
            assertThat(answer.status()).isBetween(400, 404);
        }
    }

    @Test
    void aPublicPathWithAValidToken_knowsTheCaller() {
        Wire.Answer answer = strict.answerTo(Wire.get("/public/x").bearer(TestTokens.ordinary()));
        assertThat(answer.body().lines()).contains("user=user-luid", "caller=user-luid", "reader=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer", "Bearer a b", "Basic dXNlcjpwYXNz"})
    void aPublicPathWithUselessCredentials_isAsWithoutAny(String credentials) {
        Wire.Answer answer = strict.answerTo(Wire.get("/public/x").with("Authorization", credentials));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().lines()).contains("user=nobody", "caller=nobody");
    }

    @Test
    void aPublicPathWithAnEndedToken_isAsWithoutAny() {
        Wire.Answer answer = strict.answerTo(Wire.get("/public/x").bearer(TestTokens.ended()));
        assertThat(answer.says("caller=nobody")).isTrue();
    }

    @Test
    void aPublicPath_isOpenToEveryOrigin() {
        Wire.Answer answer = strict.answerTo(Wire.get("/public/x").with("Origin", "https://other.example"));
        assertThat(answer.reachedApplication()).isTrue();
        assertThat(answer.headers("Access-Control-Allow-Origin")).isEmpty();
    }
}
