package org.vizgate.access;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A pattern for context-relative paths, after the rules for the mappings of servlets (Jakarta Servlet 6.0 section 12.2).
 *
 * <p>{@code /a/b} is that path; {@code /a/*} is {@code /a} and everything below it, by whole segments; {@code *.png} is
 * every path whose last segment has that extension. Unlike a servlet's, the pattern {@code /} is the path {@code /} and
 * nothing else: whoever opens the front page does not mean the whole application.
 */
public record PathPattern(Kind kind, String text) {
    private static final Pattern EXTENSION = Pattern.compile("\\.[^./*;\\\\%\\p{Cntrl}]+");

    /** How a pattern matches, the least specific first. */
    public enum Kind {
        /** {@code *.ext}. */
        EXTENSION,
        /** {@code /prefix/*}. */
        PREFIX,
        /** A path. */
        EXACT
    }

    /** The more specific pattern is the greater: exact before prefix, longer prefix before shorter, extension last. */
    public static final Comparator<PathPattern> BY_SPECIFICITY = Comparator.comparing(PathPattern::kind)
            .thenComparing(pattern -> pattern.kind == Kind.PREFIX ? pattern.text.length() : 0);

    /** @throws IllegalArgumentException if {@code pattern} is none; the message says why, for an administrator */
    public static PathPattern parse(String pattern) {
        if (pattern.startsWith("*.")) {
            return extension(pattern);
        }
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("does not start with a slash, nor with '*.'");
        }
        boolean prefix = pattern.endsWith("/*");
        String path = prefix ? pattern.substring(0, pattern.length() - 2) : pattern;
        if (path.indexOf('*') >= 0) {
            throw new IllegalArgumentException("has a '*' elsewhere than in '/*' at its end or '*.' at its start");
        }
        if (!PlainPaths.isPlain(path) || path.indexOf('%') >= 0) {
            throw new IllegalArgumentException("is not the plain, decoded form of a path");
        }
        return new PathPattern(prefix ? Kind.PREFIX : Kind.EXACT, path);
    }

    private static PathPattern extension(String pattern) {
        String extension = pattern.substring(1);
        if (!EXTENSION.matcher(extension).matches()) {
            throw new IllegalArgumentException("is not '*.' and one extension");
        }
        return new PathPattern(Kind.EXTENSION, extension);
    }

    /** @param path decoded and context-relative, starts with a slash */
    public boolean matches(String path) {
        return switch (kind) {
            case EXACT -> path.equals(text);
            case PREFIX ->
                path.startsWith(text) && (path.length() == text.length() || path.charAt(text.length()) == '/');
            case EXTENSION -> path.endsWith(text) && path.length() > text.length();
        };
    }

    /** Whether every path matches. */
    public boolean isEverything() {
        return kind == Kind.PREFIX && text.isEmpty();
    }

    /** As an administrator writes it. */
    @Override
    public String toString() {
        return switch (kind) {
            case EXACT -> text;
            case PREFIX -> text + "/*";
            case EXTENSION -> "*" + text;
        };
    }
}
