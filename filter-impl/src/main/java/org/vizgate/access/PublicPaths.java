package org.vizgate.access;

import java.util.List;

/** The paths that need no access token. Immutable. */
public final class PublicPaths {
    private static final PublicPaths NONE = new PublicPaths(List.of());

    private final List<PathPattern> patterns;

    private PublicPaths(List<PathPattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    public static PublicPaths none() {
        return NONE;
    }

    public static PublicPaths of(List<PathPattern> patterns) {
        return new PublicPaths(patterns);
    }

    /**
     * Whether a request may pass without a token.
     *
     * @param decodedPath context-relative, as the container decoded it (servlet path and path info)
     * @param rawRequestUri the path of the request line as it was sent, without its query
     */
    public boolean lets(String decodedPath, String rawRequestUri) {
        if (isNone() || !PlainPaths.isPlainAsSent(rawRequestUri) || !PlainPaths.isPlain(decodedPath)) {
            return false;
        }
        String asked = asked(decodedPath, rawRequestUri);
        for (PathPattern pattern : patterns) {
            if (pattern.matches(decodedPath) || pattern.matches(asked)) {
                return true;
            }
        }
        return false;
    }

    // Asked for a directory, some containers show a filter the welcome file they chose: "/" was sent, "/index.html" is
    // seen.
    // What was asked for is the directory, and that is what an administrator lists.
    private static String asked(String decodedPath, String rawRequestUri) {
        boolean welcomeFile = rawRequestUri.endsWith("/") && !decodedPath.endsWith("/");
        return welcomeFile ? decodedPath.substring(0, decodedPath.lastIndexOf('/') + 1) : decodedPath;
    }

    /** Whether every path needs a token. */
    public boolean isNone() {
        return patterns.isEmpty();
    }

    /** Whether no path at all is left to protect. */
    public boolean isEverything() {
        return patterns.stream().anyMatch(PathPattern::isEverything);
    }

    @Override
    public String toString() {
        return "PublicPaths" + patterns;
    }
}
