package org.vizgate.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import static org.vizgate.config.SettingKey.OAUTH_ACCESS_TOKEN_TIMEOUT_MS;
import static org.vizgate.config.SettingKey.OAUTH_AUTHORIZATION_CODE_TIMEOUT_MS;
import static org.vizgate.config.SettingKey.OAUTH_PENDING_AUTHORIZATION_TIMEOUT_MS;
import static org.vizgate.config.SettingKey.OAUTH_REFRESH_GRACE_MS;
import static org.vizgate.config.SettingKey.OAUTH_REFRESH_TOKEN_MAX_AGE_MS;
import static org.vizgate.config.SettingKey.OAUTH_REFRESH_TOKEN_TIMEOUT_MS;
import static org.vizgate.config.SettingKey.OAUTH_REGISTRATION_TIMEOUT_MS;
import static org.vizgate.config.SettingKey.OAUTH_REVOCATION_CHECK_INTERVAL_MS;
import static org.vizgate.config.SettingKey.OAUTH_SESSION_CHECK_FAILURE;
import static org.vizgate.config.SettingKey.OAUTH_SESSION_CHECK_INTERVAL_MS;

/** Reads how long things live and how often they are checked. */
final class LifetimeReader {
    // What lives for less than a second was most likely meant in seconds.
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration TEN_YEARS = YEAR.multipliedBy(10);
    private static final Map<String, Boolean> REFUSES = Map.of("allow", false, "refuse", true);

    private final Lookup lookup;

    LifetimeReader(Lookup lookup) {
        this.lookup = lookup;
    }

    Settings.Lifetimes read() {
        return new Settings.Lifetimes(
                lookup.given(OAUTH_AUTHORIZATION_CODE_TIMEOUT_MS, Milliseconds.between(SHORTEST_LIFE, HOUR)),
                life(OAUTH_PENDING_AUTHORIZATION_TIMEOUT_MS, HOUR),
                life(OAUTH_ACCESS_TOKEN_TIMEOUT_MS, MONTH),
                life(OAUTH_REFRESH_TOKEN_TIMEOUT_MS, YEAR),
                life(OAUTH_REFRESH_TOKEN_MAX_AGE_MS, TEN_YEARS),
                lookup.duration(OAUTH_REFRESH_GRACE_MS, Duration.ZERO, FIVE_MINUTES),
                life(OAUTH_REGISTRATION_TIMEOUT_MS, TEN_YEARS),
                lookup.value(OAUTH_SESSION_CHECK_INTERVAL_MS, LifetimeReader::intervalOrNever),
                lookup.value(OAUTH_SESSION_CHECK_FAILURE, Words.oneOf(REFUSES)),
                lookup.duration(OAUTH_REVOCATION_CHECK_INTERVAL_MS, Duration.ZERO, FIVE_MINUTES));
    }

    private Duration life(SettingKey key, Duration longest) {
        return lookup.duration(key, SHORTEST_LIFE, longest);
    }

    private static Optional<Duration> intervalOrNever(String text) {
        if (text.equalsIgnoreCase("never")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Milliseconds.between(Duration.ZERO, MONTH).parse(text));
        } catch (Misfit e) {
            throw new Misfit(e.fault(), e.remedy() + ", or never");
        }
    }
}
