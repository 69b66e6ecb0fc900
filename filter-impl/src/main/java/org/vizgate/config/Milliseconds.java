package org.vizgate.config;

import java.time.Duration;
import java.util.regex.Pattern;

/** Durations as administrators write them: whole milliseconds. */
final class Milliseconds {
    // Fits a long, and is more than any limit.
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

    private Milliseconds() {}

    /** Takes what is neither shorter nor longer than the limits. */
    static Parser<Duration> between(Duration shortest, Duration longest) {
        String remedy =
                "Write a whole number of milliseconds from " + described(shortest) + " to " + described(longest);
        return text -> {
            if (!WHOLE.matcher(text).matches()) {
                throw new Misfit("is not a whole number", remedy);
            }
            Duration duration = Duration.ofMillis(Long.parseLong(text));
            if (duration.compareTo(shortest) < 0) {
                throw new Misfit("is too short", remedy);
            }
            if (duration.compareTo(longest) > 0) {
                throw new Misfit("is too long", remedy);
            }
            return duration;
        };
    }

    private static String described(Duration duration) {
        return duration.toMillis() + (duration.toSeconds() == 0 ? "" : " (" + words(duration) + ")");
    }

    private static String words(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min";
        }
        return duration.toSeconds() + " s";
    }
}
