package org.vizgate.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.vizgate.outbound.OutboundReply;

/**
 * How long a client metadata document is remembered: as its server says (RFC 9111 section 5.2.2), within bounds of ours. The
 * lower bound keeps a server from having itself asked at every sign-in, the upper one lets a client that was taken over
 * recover.
 */
final class DocumentLife {
    private static final Duration FLOOR = Duration.ofMinutes(1);
    private static final Duration CEILING = Duration.ofDays(1);
    private static final Duration UNSAID = Duration.ofMinutes(10);
    private static final Set<String> NOT_FOR_US = Set.of("no-store", "no-cache", "private");
    private static final Pattern SHARED_AGE = Pattern.compile("s-maxage=\"?([0-9]+)\"?");
    private static final Pattern MAX_AGE = Pattern.compile("max-age=\"?([0-9]+)\"?");
    // More digits than any sensible age has, and few enough for a long.
    private static final int MAX_DIGITS = 12;

    private DocumentLife() {}

    static Instant end(OutboundReply reply, Instant now) {
        List<String> directives = reply.headers().getOrDefault("cache-control", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(directive -> directive.strip().toLowerCase(Locale.ROOT))
                .toList();
        return now.plus(bounded(said(directives)));
    }

    private static Duration said(List<String> directives) {
        // private="field" names a header only, but whoever writes that will do with the shortest time as well.
        if (directives.stream()
                .anyMatch(directive -> NOT_FOR_US.contains(directive.split("=", 2)[0]))) {
            return FLOOR;
        }
        for (Pattern age : List.of(SHARED_AGE, MAX_AGE)) {
            for (String directive : directives) {
                Matcher matcher = age.matcher(directive);
                if (matcher.matches()) {
                    return seconds(matcher.group(1));
                }
            }
        }
        return UNSAID;
    }

    private static Duration seconds(String digits) {
        return digits.length() > MAX_DIGITS ? CEILING : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Duration bounded(Duration said) {
        return said.compareTo(FLOOR) < 0 ? FLOOR : said.compareTo(CEILING) > 0 ? CEILING : said;
    }
}
