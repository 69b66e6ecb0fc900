package org.vizgate.authorize;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.vizgate.crypto.SealedBox;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.web.Call;
import org.vizgate.web.SetCookie;

/** What this browser's users have allowed before, in a sealed cookie. */
final class RememberedConsents {
    private static final String PURPOSE = "remembered consents";
    private static final Duration LIFE = Duration.ofDays(30);
    private static final int MAX = 10;

    private final BrowserCookies cookies;
    private final SealedBox box;
    private final Json json;
    private final Clock clock;

    private record Remembered(String key, String user, Instant until) {
        Map<String, Object> write() {
            return Map.of("k", key, "u", user, "e", until.getEpochSecond());
        }
    }

    RememberedConsents(BrowserCookies cookies, SealedBox box, Json json, Clock clock) {
        this.cookies = cookies;
        this.box = box;
        this.json = json;
        this.clock = clock;
    }

    /** The LUID of the user who allowed just this in this browser, the latest of several. */
    Optional<String> userWhoAllowed(AuthorizationRequest request, Call call) {
        String key = request.consentKey();
        return all(call).stream()
                .filter(consent -> consent.key().equals(key))
                .map(Remembered::user)
                .findFirst();
    }

    /** A cookie that remembers one more consent. */
    SetCookie with(AuthorizationRequest request, String user, Call call) {
        String key = request.consentKey();
        List<Remembered> consents = new ArrayList<>();
        consents.add(new Remembered(key, user, clock.instant().plus(LIFE)));
        all(call).stream()
                .filter(consent -> !consent.key().equals(key) || !consent.user().equals(user))
                .limit(MAX - 1L)
                .forEach(consents::add);
        List<Map<String, Object>> written =
                consents.stream().map(Remembered::write).toList();
        return cookies.consents(box.seal(json.write(Map.of("c", written)), PURPOSE), LIFE);
    }

    private List<Remembered> all(Call call) {
        return cookies
                .consents(call)
                .flatMap(cookie -> box.open(cookie, PURPOSE))
                .flatMap(text -> json.read(text).objects("c"))
                .orElse(List.of())
                .stream()
                .map(RememberedConsents::read)
                .filter(consent -> clock.instant().isBefore(consent.until()))
                .toList();
    }

    private static Remembered read(JsonFields fields) {
        return new Remembered(
                fields.requiredText("k"),
                fields.requiredText("u"),
                fields.instant("e").orElseThrow());
    }
}
