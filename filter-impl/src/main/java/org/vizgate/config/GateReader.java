package org.vizgate.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import static org.vizgate.config.SettingKey.OAUTH_ACCEPT_UNSIGNED_TOKENS;
import static org.vizgate.config.SettingKey.OAUTH_ACCESS_TOKEN_FORMAT;
import static org.vizgate.config.SettingKey.OAUTH_AUTO_REGISTER;
import static org.vizgate.config.SettingKey.OAUTH_ENDPOINT_PATH;
import static org.vizgate.config.SettingKey.OAUTH_ISSUER;
import static org.vizgate.config.SettingKey.OAUTH_REDIRECT_URI;
import static org.vizgate.config.SettingKey.OAUTH_RESOURCE_URI;
import static org.vizgate.config.SettingKey.OAUTH_STATUS_PAGE;
import static org.vizgate.config.SettingKey.TRANSPORT;

/** Reads who we are. */
final class GateReader {
    // Never leaves this package: without an issuer there is a problem, and with a problem there are no settings.
    private static final URI NO_ISSUER = URI.create("https://issuer.invalid");
    private static final String CALLBACK = "/Callback";
    private static final Pattern ENDPOINT_PATH = Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");
    private static final Pattern TAKEN_PATH = Pattern.compile("/(\\.well-known|oauth2|Callback)(/.*)?");

    private final Lookup lookup;
    private final String contextPath;

    GateReader(Lookup lookup, String contextPath) {
        this.lookup = lookup;
        this.contextPath = contextPath;
    }

    Settings.Gate read() {
        Optional<URI> issuer = lookup.given(OAUTH_ISSUER, WebUris::identifier);
        return new Settings.Gate(
                issuer.orElse(NO_ISSUER),
                redirectUri(issuer),
                resources(issuer),
                lookup.value(OAUTH_ENDPOINT_PATH, GateReader::endpointPath),
                lookup.value(OAUTH_ACCESS_TOKEN_FORMAT, Words.constantOf(Settings.TokenFormat.class)),
                lookup.flag(OAUTH_ACCEPT_UNSIGNED_TOKENS),
                lookup.flag(OAUTH_AUTO_REGISTER),
                lookup.value(OAUTH_STATUS_PAGE, Words::onOrOff));
    }

    /** Checks the setting that has one possible value. */
    static void checkFixed(Lookup lookup) {
        lookup.value(TRANSPORT, GateReader::transport);
    }

    private static String transport(String text) {
        return only("http", TRANSPORT, Words.lower(text));
    }

    private static String only(String possible, SettingKey key, String word) {
        if (!word.equals(possible)) {
            throw new Misfit(
                    "is not possible here",
                    "Write " + possible + "; if " + key + " belongs to another program, write "
                            + key.valueNames().get(0) + "=" + possible + " beside it");
        }
        return word;
    }

    private URI redirectUri(Optional<URI> issuer) {
        return lookup.given(OAUTH_REDIRECT_URI, text -> redirectUri(text, issuer))
                .orElseGet(() -> URI.create(issuer.orElse(NO_ISSUER) + CALLBACK));
    }

    // The browser comes back there with a cookie that it got at the issuer, so the host has to be the same.
    private URI redirectUri(String text, Optional<URI> issuer) {
        URI uri = WebUris.identifier(text);
        if (issuer.isEmpty()) {
            return uri;
        }
        String callback = issuer.get() + CALLBACK;
        if (!text.equals(callback) && !text.equals(WebUris.origin(issuer.get()) + contextPath + CALLBACK)) {
            throw new Misfit(
                    "is not the callback of this web application",
                    "Remove it, or write " + Shown.quoted(callback) + " exactly so");
        }
        return uri;
    }

    private List<URI> resources(Optional<URI> issuer) {
        List<URI> resources = lookup.list(OAUTH_RESOURCE_URI, Words.COMMA, WebUris::identifier).stream()
                .distinct()
                .toList();
        return resources.isEmpty() ? List.of(issuer.orElse(NO_ISSUER)) : resources;
    }

    private static String endpointPath(String text) {
        if (!ENDPOINT_PATH.matcher(text).matches()) {
            throw new Misfit(
                    "is not a plain path", "Write a slash and a name, such as /oauth, without a slash at the end");
        }
        if (TAKEN_PATH.matcher(text).matches()) {
            throw new Misfit("is a path that the gate needs for something else", "Write another one");
        }
        return text;
    }
}
