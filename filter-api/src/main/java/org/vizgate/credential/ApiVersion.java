package org.vizgate.credential;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Tableau's REST API, such as 3.27: two numbers, so 3.10 comes after 3.9. */
public record ApiVersion(int major, int minor) implements Comparable<ApiVersion> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})");
    private static final Comparator<ApiVersion> ORDER =
            Comparator.comparingInt(ApiVersion::major).thenComparingInt(ApiVersion::minor);

    public ApiVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("a version has no negative numbers");
        }
    }

    /** @throws IllegalArgumentException if {@code text} is not two numbers with a dot between them */
    public static ApiVersion of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a version of the REST API is two numbers and a dot, such as 3.27");
        }
        return new ApiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public boolean isAtLeast(ApiVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(ApiVersion other) {
        return ORDER.compare(this, other);
    }

    /** As it stands in paths. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
