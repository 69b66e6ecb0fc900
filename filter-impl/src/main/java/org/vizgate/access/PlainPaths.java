package org.vizgate.access;

/** Tells paths that can be read in one way only from those that a proxy, a container or a framework may read otherwise. */
final class PlainPaths {
    // What a decoder puts in the place of bytes that are no text. Another decoder may see something else there.
    private static final char UNDECODABLE = '\uFFFD';

    private PlainPaths() {}

    /**
     * Whether a decoded path has no empty or dot segment, path parameter, backslash, control character, or character that
     * could not be decoded.
     */
    static boolean isPlain(String path) {
        for (int at = 0; at < path.length(); at++) {
            char c = path.charAt(at);
            if (c == ';'
                    || c == '\\'
                    || c == UNDECODABLE
                    || Character.isISOControl(c)
                    || (c == '/' && isOddSegment(path, at + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a request URI is plain as it was sent, and hides no slash, backslash or dot behind an encoding. */
    static boolean isPlainAsSent(String rawUri) {
        for (int at = rawUri.indexOf('%'); at >= 0; at = rawUri.indexOf('%', at + 1)) {
            if (encodes(rawUri, at, "2f") || encodes(rawUri, at, "5c") || encodes(rawUri, at, "2e")) {
                return false;
            }
        }
        return isPlain(rawUri);
    }

    private static boolean encodes(String rawUri, int percent, String hexadecimal) {
        return rawUri.regionMatches(true, percent + 1, hexadecimal, 0, 2);
    }

    // An empty segment is odd anywhere but at the end, where it is a directory's slash.
    private static boolean isOddSegment(String path, int start) {
        int end = path.indexOf('/', start);
        if (end < 0) {
            end = path.length();
        }
        return switch (end - start) {
            case 0 -> end < path.length();
            case 1 -> path.charAt(start) == '.';
            case 2 -> path.startsWith("..", start);
            default -> false;
        };
    }
}
