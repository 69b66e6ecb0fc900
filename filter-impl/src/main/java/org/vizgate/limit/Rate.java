package org.vizgate.limit;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many in each period.
 *
 * @param count at least 1
 * @param period longer than nothing
 */
public record Rate(int count, Duration period) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})/(s|min|h)");
    private static final Map<String, Duration> PERIODS =
            Map.of("s", Duration.ofSeconds(1), "min", Duration.ofMinutes(1), "h", Duration.ofHours(1));

    public Rate {
        if (count < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("a rate has a number and a period");
        }
    }

    /**
     * Reads {@code 10/s}, {@code 60/min} or {@code 1000/h}.
     *
     * @throws IllegalArgumentException if {@code text} is nothing like that
     */
    public static Rate parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("is not a number of requests and a period");
        }
        return new Rate(Integer.parseInt(form.group(1)), PERIODS.getOrDefault(form.group(2), Duration.ZERO));
    }
}
