package org.vizgate.authorize;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.vizgate.crypto.Digests;
import org.vizgate.protocol.EndpointUris;
import org.vizgate.web.Call;
import org.vizgate.web.SetCookie;

/**
 * The names and attributes of our cookies. On https they carry the {@code __Host-} prefix, so that no other host and no
 * plain http can plant them (RFC 6265bis section 4.1.3.2).
 */
final class BrowserCookies {
    private static final int MAX_PENDING = 3;
    private static final int MAX_PENDING_LENGTH = 4_500;
    private static final Duration BROWSER_LIFE = Duration.ofDays(1);
    private static final String PATH = "/";
    private static final int MARK_LENGTH = 6;

    private final String prefix;
    private final boolean secure;

    // The issuer's mark keeps the cookies of two applications on one host apart.
    BrowserCookies(EndpointUris uris) {
        this.secure = uris.isHttps();
        String mark = Digests.brief(uris.issuer().toString()).substring(0, MARK_LENGTH);
        this.prefix = (secure ? "__Host-vizgate-" : "vizgate-") + mark + "-";
    }

    /** Tells one browser from another for the consent form. */
    SetCookie browser(String value) {
        return new SetCookie(prefix + "browser", value, PATH, BROWSER_LIFE, secure);
    }

    Optional<String> browser(Call call) {
        return call.cookie(prefix + "browser");
    }

    /** Carries a pending sign-in. */
    SetCookie pending(String state, String sealed, Duration life) {
        return new SetCookie(prefix + "flow-" + state, sealed, PATH, life, secure);
    }

    Optional<String> pending(Call call, String state) {
        return call.cookie(prefix + "flow-" + state);
    }

    /**
     * The cookies of older pending sign-ins that must go so that one more has room: in number, and in the browser's request
     * header, which servers bound.
     */
    List<SetCookie> surplus(Call call, int newLength, Function<String, Optional<PendingSignIn>> opener) {
        List<Map.Entry<String, PendingSignIn>> newestFirst = call.cookies().entrySet().stream()
                .filter(cookie -> cookie.getKey().startsWith(prefix + "flow-"))
                .flatMap(cookie ->
                        opener.apply(cookie.getValue()).stream().map(old -> Map.entry(cookie.getValue(), old)))
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(PendingSignIn::expiresAt).reversed()))
                .toList();
        List<SetCookie> surplus = new ArrayList<>();
        int length = newLength;
        int kept = 1;
        for (Map.Entry<String, PendingSignIn> other : newestFirst) {
            length += other.getKey().length();
            if (kept >= MAX_PENDING || length > MAX_PENDING_LENGTH) {
                surplus.add(pending(other.getValue().state(), "", Duration.ZERO));
            } else {
                kept++;
            }
        }
        return surplus;
    }

    /** Carries the remembered consents. */
    SetCookie consents(String sealed, Duration life) {
        return new SetCookie(prefix + "consents", sealed, PATH, life, secure);
    }

    Optional<String> consents(Call call) {
        return call.cookie(prefix + "consents");
    }
}
