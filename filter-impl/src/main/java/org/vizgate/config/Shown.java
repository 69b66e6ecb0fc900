package org.vizgate.config;

import java.util.regex.Pattern;

/** Makes a value of unknown origin fit for a message: short, on one line, without a password. */
final class Shown {
    private static final int LONGEST = 80;
    private static final Pattern USER_INFO = Pattern.compile("//[^/?#]*@");
    // Controls, and the format characters that can turn the reading direction of a log line.
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]");

    private Shown() {}

    static String plain(String text) {
        String hidden = USER_INFO.matcher(text).replaceAll("//[hidden]@");
        String printable = UNPRINTABLE.matcher(hidden).replaceAll("?");
        int length = printable.codePointCount(0, printable.length());
        return length <= LONGEST
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, LONGEST - 1)) + "\u2026";
    }

    static String quoted(String text) {
        return "'" + plain(text) + "'";
    }
}
