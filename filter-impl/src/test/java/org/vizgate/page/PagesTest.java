package org.vizgate.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.web.Reply;
import org.vizgate.web.TestCall;

import static org.assertj.core.api.Assertions.assertThat;

class PagesTest {
    private static final Properties ENGLISH = bundle("texts.properties");
    private static final Properties GERMAN = bundle("texts_de.properties");

    @Test
    void bothLanguages_haveTheSameKeys() {
        assertThat(GERMAN.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
    }

    @Test
    void bothLanguages_haveTheSamePlaceholders() {
        for (String key : ENGLISH.stringPropertyNames()) {
            for (int i = 0; i < 3; i++) {
                String placeholder = "{" + i + "}";
                assertThat(GERMAN.getProperty(key).contains(placeholder))
                        .as(key)
                        .isEqualTo(ENGLISH.getProperty(key).contains(placeholder));
            }
        }
    }

    /** MessageFormat swallows an apostrophe that stands alone, and placeholders after it. */
    @Test
    void apostrophes_areWrittenTwice() {
        Stream.of(ENGLISH, GERMAN)
                .flatMap(bundle -> bundle.values().stream())
                .forEach(text -> assertThat(text.toString().replace("''", "")).doesNotContain("'"));
    }

    @ParameterizedTest
    @MethodSource("keysInUse")
    void everyKeyInUse_isThere(String key) {
        assertThat(ENGLISH.getProperty(key)).isNotBlank();
        assertThat(GERMAN.getProperty(key)).isNotBlank();
    }

    static Stream<String> keysInUse() {
        return Stream.of(
                "language",
                "way-back",
                "reference",
                "consent.title",
                "consent.what",
                "consent.unnamed",
                "consent.client",
                "consent.client.note",
                "consent.client.configured",
                "consent.redirect",
                "consent.redirect.loopback",
                "consent.redirect.custom",
                "consent.scopes",
                "consent.scopes.none",
                "consent.site",
                "consent.site.any",
                "consent.server",
                "consent.loopback",
                "consent.allow",
                "consent.deny",
                "consent.again");
    }

    @ParameterizedTest
    @EnumSource(ErrorPage.class)
    void everyErrorPage_isWholeInBothLanguages(ErrorPage page) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            Reply reply =
                    page.reply(TestCall.get("/x").locale(locale).call(), Optional.of("/back?a=1&b=2"), "one", "two");

            assertThat(reply.status()).isBetween(400, 503);
            assertThat(reply.body())
                    .contains(
                            "<html lang=\"" + locale.getLanguage() + "\">", "reference-1", "href=\"/back?a=1&amp;b=2\"")
                    .doesNotContain("{0}", "{1}", "%s");
            assertThat(TestCall.header(reply, "Content-Language")).isEqualTo(locale.getLanguage());
            assertThat(TestCall.header(reply, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        }
    }

    @ParameterizedTest
    @CsvSource({"en, en", "en-GB, en", "de, de", "de-AT, de", "de-CH-1996, de", "fr, en", "und, en", "zh-Hant-TW, en"})
    void aReader_getsTheirLanguageOrEnglish(String reader, String language) {
        assertThat(Texts.in(Locale.forLanguageTag(reader)).language()).isEqualTo(language);
    }

    /** A bundle that is looked up for every language tag of a stranger is remembered for every one, for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"de-x-a1b2c3", "de-AT-variant1"})
    void inventedLanguageTags_makeNoNewTexts(String tag) {
        assertThat(Texts.in(Locale.forLanguageTag(tag))).isSameAs(Texts.in(Locale.GERMAN));
        assertThat(Texts.in(Locale.forLanguageTag("qx-x-a1b2c3"))).isSameAs(Texts.in(Locale.ENGLISH));
    }

    @Test
    void valuesPutIn_areEscapedAndNotReadAgain() {
        String html = Texts.in(Locale.ENGLISH).html("consent.title", "<b>'{0}'&\"");

        assertThat(html).contains("&lt;b&gt;&#39;{0}&#39;&amp;&quot;").doesNotContain("<b>");
    }

    @Test
    void html_escapesWhatCouldEndATextOrAnAttribute() {
        assertThat(Html.escaped("a<b>&\"'\u00e4\u20ac")).isEqualTo("a&lt;b&gt;&amp;&quot;&#39;\u00e4\u20ac");
    }

    @Test
    void aWayBackWithHtml_isText() {
        Reply reply = ErrorPage.WRONG_SITE.reply(
                TestCall.get("/x").call(), Optional.of("x\"><script>"), "<i>site", "<i>other");

        assertThat(reply.body()).doesNotContain("<script>", "<i>");
    }

    @Test
    void thePolicy_allowsJustTheStyleInThePage() throws Exception {
        Reply reply = ErrorPage.INTERNAL.reply(TestCall.get("/x").call(), Optional.empty());
        String body = reply.body();
        String style = body.substring(body.indexOf("<style>") + 7, body.indexOf("</style>"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));

        assertThat(TestCall.header(reply, "Content-Security-Policy"))
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }

    @Test
    void errorPages_haveStatusesOfTheirOwn() {
        assertThat(Arrays.stream(ErrorPage.values())
                        .map(page -> page.reply(TestCall.get("/x").call(), Optional.empty(), "a", "b")
                                .status()))
                .allMatch(status -> status >= 400);
    }

    private static Properties bundle(String name) {
        Properties properties = new Properties();
        try (InputStream stream = PagesTest.class.getResourceAsStream(name)) {
            properties.load(Objects.requireNonNull(stream));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
