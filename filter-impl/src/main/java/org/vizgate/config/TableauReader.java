package org.vizgate.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import org.vizgate.credential.ApiVersion;

import static org.vizgate.config.SettingKey.DANGEROUSLY_ALLOW_HTTP_TABLEAU;
import static org.vizgate.config.SettingKey.DANGEROUSLY_DISABLE_TLS_VERIFICATION;
import static org.vizgate.config.SettingKey.OAUTH_LOCK_SITE;
import static org.vizgate.config.SettingKey.SERVER;
import static org.vizgate.config.SettingKey.SITE_NAME;
import static org.vizgate.config.SettingKey.TABLEAU_API_VERSION;
import static org.vizgate.config.SettingKey.TABLEAU_CA_CERTIFICATES;
import static org.vizgate.config.SettingKey.TABLEAU_PROXY;
import static org.vizgate.config.SettingKey.TABLEAU_REQUEST_TIMEOUT_MS;

/** Reads where Tableau is and how it is spoken to. */
final class TableauReader {
    // The address at which every pod of Tableau Cloud signs users in; which pod is theirs turns out there.
    private static final URI ANY_CLOUD_POD = URI.create("https://online.tableau.com");
    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);
    private static final Pattern CONTENT_URL = Pattern.compile("[^\\s/?#%:\\p{Cntrl}]+");

    private final Lookup lookup;

    TableauReader(Lookup lookup) {
        this.lookup = lookup;
    }

    Settings.Tableau read() {
        String siteName = lookup.given(SITE_NAME, TableauReader::siteName).orElse("");
        return new Settings.Tableau(
                server(),
                siteName,
                lockSite(siteName),
                lookup.duration(TABLEAU_REQUEST_TIMEOUT_MS, SHORTEST_TIMEOUT, LONGEST_TIMEOUT),
                lookup.given(TABLEAU_API_VERSION, TableauReader::apiVersion),
                lookup.file(TABLEAU_CA_CERTIFICATES, TableauReader::certificates),
                tlsVerificationDisabled(),
                lookup.given(TABLEAU_PROXY, TableauReader::proxy));
    }

    private Optional<URI> server() {
        boolean httpAllowed = lookup.flag(DANGEROUSLY_ALLOW_HTTP_TABLEAU);
        Optional<URI> server = lookup.given(SERVER, text -> server(text, httpAllowed));
        if (httpAllowed) {
            lookup.warning("DANGEROUSLY_ALLOW_HTTP_TABLEAU is true: Tableau's tokens may travel unencrypted.");
        }
        return server.filter(uri -> !uri.equals(ANY_CLOUD_POD));
    }

    private static URI server(String text, boolean httpAllowed) {
        URI uri = WebUris.web(text);
        if (!uri.getRawPath().isEmpty() && !uri.getRawPath().equals("/")) {
            throw new Misfit("has a path", "Write " + Shown.quoted(WebUris.origin(uri)));
        }
        if (uri.getScheme().equalsIgnoreCase("http") && !WebUris.isLoopback(uri) && !httpAllowed) {
            throw new Misfit(
                    "is http on a host that is not loopback, so Tableau's tokens would travel unencrypted",
                    "Write https; where that is really not possible, add " + DANGEROUSLY_ALLOW_HTTP_TABLEAU + "=true");
        }
        return URI.create(WebUris.origin(uri));
    }

    private static String siteName(String text) {
        if (!CONTENT_URL.matcher(text).matches()) {
            throw new Misfit(
                    "is not the content URL of a site",
                    "Write what follows /site/ in the address of a page of that site, up to the next slash");
        }
        return text;
    }

    private boolean lockSite(String siteName) {
        boolean lock = lookup.given(OAUTH_LOCK_SITE, Words::flag).orElse(!siteName.isEmpty());
        if (lock && !lookup.has(SITE_NAME)) {
            lookup.problem(
                    OAUTH_LOCK_SITE,
                    "is true, but SITE_NAME does not say which site",
                    "Write the site's content URL into SITE_NAME, or remove " + OAUTH_LOCK_SITE);
        }
        return lock;
    }

    private static ApiVersion apiVersion(String text) {
        try {
            return ApiVersion.of(text);
        } catch (IllegalArgumentException e) {
            throw new Misfit("is not a version of the REST API", "Write two numbers and a dot, such as 3.27");
        }
    }

    private static String certificates(String text) {
        if (!text.contains("-----BEGIN CERTIFICATE-----")) {
            throw new Misfit(
                    "names a file without a certificate in PEM form",
                    "Its certificates begin with the line -----BEGIN CERTIFICATE-----");
        }
        return text;
    }

    private boolean tlsVerificationDisabled() {
        boolean disabled = lookup.flag(DANGEROUSLY_DISABLE_TLS_VERIFICATION);
        if (disabled) {
            lookup.warning("DANGEROUSLY_DISABLE_TLS_VERIFICATION is true: whoever sits between this server and Tableau"
                    + " can read and change everything.");
        }
        return disabled;
    }

    private static URI proxy(String text) {
        URI uri = WebUris.web(text);
        boolean bare = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
        if (!bare || !uri.getScheme().equalsIgnoreCase("http") || uri.getPort() < 0) {
            throw new Misfit(
                    "is not the address of a proxy", "Write http, host and port: http://proxy.example.org:3128");
        }
        return URI.create("http://" + Words.lower(uri.getHost()) + ":" + uri.getPort());
    }
}
