package org.vizgate.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

import org.vizgate.protocol.Loopback;

/** Web addresses as administrators write them. Each method takes what the one before it takes, and asks for more. */
final class WebUris {
    private static final Pattern ASCII = Pattern.compile("\\p{Graph}+");
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(/|$)");
    private static final int HIGHEST_PORT = 65_535;

    private WebUris() {}

    /** An http or https address without user info, query and fragment. */
    static URI web(String text) {
        URI uri = absolute(text);
        if (uri.getRawUserInfo() != null) {
            throw new Misfit("has a user name or a password in it", "Write it without them");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new Misfit("has a query or a fragment", "Write what stands before the '?' or '#'");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw new Misfit("has an impossible port", "Write one from 1 to " + HIGHEST_PORT);
        }
        return uri;
    }

    private static URI absolute(String text) {
        try {
            URI uri = new URI(text).parseServerAuthority();
            if (isHttp(uri) && uri.getHost() != null && ASCII.matcher(text).matches()) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below: the exception's message would repeat the text.
        }
        throw new Misfit(
                "is not an absolute web address with a valid host name",
                "Write one such as https://app.example.org/app, in ASCII and percent-encoded where necessary");
    }

    private static boolean isHttp(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
    }

    /** A web address that is https, or http on loopback. */
    static URI secure(String text) {
        URI uri = web(text);
        if ("http".equalsIgnoreCase(uri.getScheme()) && !isLoopback(uri)) {
            throw new Misfit(
                    "is http on a host that is not loopback",
                    "Write https; http is for localhost, 127.0.0.1 and [::1] only");
        }
        return uri;
    }

    /**
     * A secure address in the one form that others can compare letter by letter: scheme and host in lower case, no port that
     * the scheme implies, no dot segments, no empty segments, no slash at the end.
     */
    static URI identifier(String text) {
        URI uri = secure(text);
        if (DOT_SEGMENT.matcher(uri.getRawPath()).find()) {
            throw new Misfit("has a dot segment", "Write the address that it leads to");
        }
        String wanted = origin(uri) + uri.getRawPath().replaceAll("/{2,}", "/");
        if (wanted.endsWith("/")) {
            wanted = wanted.substring(0, wanted.length() - 1);
        }
        if (!wanted.equals(text)) {
            throw new Misfit(
                    "is not written in the form in which clients and browsers compare addresses",
                    "Write " + Shown.quoted(wanted));
        }
        return uri;
    }

    /** Scheme, host and port as a browser writes them in {@code Origin}. */
    static String origin(URI uri) {
        String scheme = Words.lower(uri.getScheme());
        int implied = scheme.equals("https") ? 443 : 80;
        String port = uri.getPort() < 0 || uri.getPort() == implied ? "" : ":" + uri.getPort();
        return scheme + "://" + Words.lower(uri.getHost()) + port;
    }

    static boolean isLoopback(URI uri) {
        return Loopback.is(uri.getHost());
    }

    /** Whether {@code uri} is {@code base} or lies below it, by whole segments. */
    static boolean isAtOrBelow(URI base, URI uri) {
        return uri.equals(base) || uri.toString().startsWith(base + "/");
    }
}
