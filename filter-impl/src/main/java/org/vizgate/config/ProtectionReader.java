package org.vizgate.config;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.vizgate.access.PathPattern;
import org.vizgate.access.PublicPaths;
import org.vizgate.access.ScopeRule;
import org.vizgate.access.ScopeRules;
import org.vizgate.limit.AddressRange;
import org.vizgate.limit.Rate;
import org.vizgate.scope.Scopes;

import static org.vizgate.config.SettingKey.ENABLE_PASSTHROUGH_AUTH;
import static org.vizgate.config.SettingKey.OAUTH_ALLOWED_HOSTS;
import static org.vizgate.config.SettingKey.OAUTH_ALLOWED_ORIGINS;
import static org.vizgate.config.SettingKey.OAUTH_CORS;
import static org.vizgate.config.SettingKey.OAUTH_DISABLE_SCOPES;
import static org.vizgate.config.SettingKey.OAUTH_PASSTHROUGH_SCOPES;
import static org.vizgate.config.SettingKey.OAUTH_PUBLIC_PATHS;
import static org.vizgate.config.SettingKey.OAUTH_RATE_LIMIT;
import static org.vizgate.config.SettingKey.OAUTH_SCOPES_SUPPORTED;
import static org.vizgate.config.SettingKey.OAUTH_SCOPE_RULES;
import static org.vizgate.config.SettingKey.OAUTH_TRUSTED_PROXIES;
import static org.vizgate.config.SettingKey.PASSTHROUGH_AUTH_USER_SESSION_CHECK_INTERVAL_IN_MINUTES;

/** Reads what the gate asks of a request. */
final class ProtectionReader {
    private static final Rate USUAL_RATE = new Rate(60, Duration.ofMinutes(1));
    private static final Pattern BETWEEN_RULES = Pattern.compile("[;\\n]");
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9_-]+(\\.[a-z0-9_-]+)*|\\[[0-9a-f:.]+])(:[1-9][0-9]{0,4})?");
    // Not only http: extensions of browsers and editors have origins with schemes of their own.
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#@\\s]+");

    private static final Pattern MINUTES = Pattern.compile("[0-9]{1,4}");
    private static final int MINUTES_OF_A_DAY = 1440;

    private final Lookup lookup;

    ProtectionReader(Lookup lookup) {
        this.lookup = lookup;
    }

    /** @param isLocal whether the issuer is on loopback: one address then sends everything, and development is in a hurry */
    Settings.Protection read(boolean isLocal) {
        return new Settings.Protection(
                lookup.flag(OAUTH_DISABLE_SCOPES),
                lookup.given(OAUTH_SCOPES_SUPPORTED, ProtectionReader::scopes),
                scopeRules(),
                publicPaths(),
                set(OAUTH_ALLOWED_ORIGINS, ProtectionReader::origin),
                lookup.value(OAUTH_CORS, Words::onOrOff),
                set(OAUTH_ALLOWED_HOSTS, ProtectionReader::host),
                lookup.given(OAUTH_RATE_LIMIT, ProtectionReader::rateLimit)
                        .orElse(isLocal ? Optional.empty() : Optional.of(USUAL_RATE)),
                lookup.list(
                        OAUTH_TRUSTED_PROXIES,
                        Words.COMMA_OR_BLANK,
                        text -> explained(
                                AddressRange::parse,
                                "Write addresses such as 10.0.0.1, or ranges such as 10.0.0.0/8",
                                text)),
                passthrough());
    }

    // All three are read in any case, so that what is wrong with one that does not count yet is said.
    private Optional<Settings.Passthrough> passthrough() {
        Settings.Passthrough wanted = new Settings.Passthrough(
                lookup.value(PASSTHROUGH_AUTH_USER_SESSION_CHECK_INTERVAL_IN_MINUTES, ProtectionReader::minutes),
                lookup.given(OAUTH_PASSTHROUGH_SCOPES, ProtectionReader::scopes).orElse(Scopes.none()));
        return lookup.flag(ENABLE_PASSTHROUGH_AUTH) ? Optional.of(wanted) : Optional.empty();
    }

    private static Duration minutes(String text) {
        if (!MINUTES.matcher(text).matches() || Integer.parseInt(text) > MINUTES_OF_A_DAY) {
            throw new Misfit(
                    "is not a number of minutes that is possible here",
                    "Write a whole number from 0, which asks at each request, to 1440");
        }
        return Duration.ofMinutes(Integer.parseInt(text));
    }

    private static Optional<Rate> rateLimit(String text) {
        String words = Words.lower(text);
        return words.equals("off")
                ? Optional.empty()
                : Optional.of(explained(Rate::parse, "Write off, or a rate such as 10/s, 60/min or 1000/h", words));
    }

    private static Scopes scopes(String text) {
        return explained(
                joined -> Scopes.of(Words.COMMA_OR_BLANK
                        .splitAsStream(joined)
                        .filter(scope -> !scope.isEmpty())
                        .toList()),
                "Write scopes such as tableau:content:read, with a space between them",
                text);
    }

    private ScopeRules scopeRules() {
        String remedy = "Write 'GET /api/* = tableau:content:read', and ';' between rules";
        List<ScopeRule> rules =
                lookup.list(OAUTH_SCOPE_RULES, BETWEEN_RULES, text -> explained(ScopeRule::parse, remedy, text));
        try {
            return ScopeRules.of(rules);
        } catch (IllegalArgumentException e) {
            lookup.problem(OAUTH_SCOPE_RULES, Shown.plain(String.valueOf(e.getMessage())), "Keep one of them");
            return ScopeRules.none();
        }
    }

    private PublicPaths publicPaths() {
        String remedy = "Write a path such as /index.html, a prefix such as /assets/*, or an extension such as *.css";
        return PublicPaths.of(
                lookup.list(OAUTH_PUBLIC_PATHS, Words.COMMA, text -> explained(PathPattern::parse, remedy, text)));
    }

    private static String origin(String text) {
        String origin = Words.lower(text);
        if (!ORIGIN.matcher(origin).matches()) {
            throw new Misfit(
                    "is not the origin of one web site",
                    "Write scheme, host and port as a browser sends them, such as https://app.example.org; there is no"
                            + " wildcard, and 'null' cannot be allowed");
        }
        return origin.startsWith("http:") || origin.startsWith("https:") ? WebUris.origin(WebUris.web(origin)) : origin;
    }

    private static String host(String text) {
        String host = Words.lower(text);
        if (!HOST.matcher(host).matches()) {
            throw new Misfit("is not the name of a host", "Write app.example.org, or app.example.org:8443");
        }
        return host;
    }

    private Set<String> set(SettingKey key, Parser<String> parser) {
        return new LinkedHashSet<>(lookup.list(key, Words.COMMA_OR_BLANK, parser));
    }

    // The packages whose types these are know what is wrong; what to write instead is known here.
    private static <T> T explained(Function<String, T> type, String remedy, String text) {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw new Misfit(String.valueOf(e.getMessage()), remedy);
        }
    }
}
