package org.vizgate.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The texts of our pages in one language: the reader's, if it is there, otherwise English. */
public final class Texts {
    private static final String BUNDLE = "org.vizgate.page.texts";

    // Only these are ever looked up: the JDK remembers each language tag it was asked for, and strangers choose the
    // tags.
    private static final Texts ENGLISH = new Texts(bundle(Locale.ROOT));
    private static final Map<String, Texts> TRANSLATIONS = Map.of("de", new Texts(bundle(Locale.GERMAN)));

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    public static Texts in(Locale locale) {
        return TRANSLATIONS.getOrDefault(locale.getLanguage(), ENGLISH);
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                BUNDLE,
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The language tag for {@code lang}. */
    public String language() {
        return bundle.getString("language");
    }

    /** The text under {@code key} with {@code values} put in, escaped for HTML. */
    public String html(String key, Object... values) {
        return Html.escaped(plain(key, values));
    }

    /** The text under {@code key} with {@code values} put in, as it is. */
    public String plain(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }
}
