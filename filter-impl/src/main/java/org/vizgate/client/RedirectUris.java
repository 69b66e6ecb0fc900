package org.vizgate.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.vizgate.protocol.Loopback;
import org.vizgate.protocol.ReservedSchemes;

/** Which addresses a client may register for its answers, and when a request's address is a registered one. */
public final class RedirectUris {
    private static final int MAX_LENGTH = 500;
    private final Optional<Set<String>> customSchemes;

    /** @param customSchemes the private-use schemes that are allowed; empty for all that are not dangerous */
    public RedirectUris(Optional<Set<String>> customSchemes) {
        this.customSchemes = customSchemes;
    }

    /** What is wrong with registering {@code text}, for the client's developer; empty if nothing is. */
    public Optional<String> problem(String text, ApplicationType type) {
        if (text.length() > MAX_LENGTH) {
            return Optional.of("a redirect URI has at most " + MAX_LENGTH + " characters");
        }
        Optional<URI> uri = parsed(text);
        if (uri.isEmpty()) {
            return Optional.of("a redirect URI is an absolute URI in ASCII without fragment and user information");
        }
        return schemeProblem(uri.get(), type);
    }

    private Optional<String> schemeProblem(URI uri, ApplicationType type) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "https" ->
                type == ApplicationType.WEB && isLoopbackHost(uri)
                        ? Optional.of("a web client cannot be answered on a loopback address")
                        : hostProblem(uri);
            case "http" ->
                isLoopbackHost(uri) && type != ApplicationType.WEB
                        ? Optional.empty()
                        : Optional.of("http is for loopback addresses of native clients only, use https");
            default -> customProblem(scheme, type);
        };
    }

    private static Optional<String> hostProblem(URI uri) {
        String host = uri.getHost();
        return host == null || host.isEmpty()
                ? Optional.of("an https redirect URI needs a host, and no wildcard")
                : Optional.empty();
    }

    private Optional<String> customProblem(String scheme, ApplicationType type) {
        if (ReservedSchemes.contains(scheme)) {
            return Optional.of("the scheme of a redirect URI is not allowed");
        }
        if (type == ApplicationType.WEB) {
            return Optional.of("a web client is answered by https only");
        }
        return customSchemes.map(allowed -> allowed.contains(scheme)).orElse(true)
                ? Optional.empty()
                : Optional.of("the scheme of a redirect URI is not one that this server allows");
    }

    /** Exact text, but for the port of a loopback address, which a native client gets from its system. */
    static boolean matches(String registered, String asked) {
        if (registered.equals(asked)) {
            return true;
        }
        return isHttpLoopback(registered)
                && isHttpLoopback(asked)
                && withoutPort(registered).equals(withoutPort(asked));
    }

    private static boolean isHttpLoopback(String text) {
        return parsed(text)
                .filter(uri -> "http".equalsIgnoreCase(uri.getScheme()) && isLoopbackHost(uri))
                .isPresent();
    }

    /** Whether the answer stays on the user's device: a loopback address, whatever its certificate says. */
    public static boolean isLoopback(String text) {
        return parsed(text)
                .filter(uri -> !isCustomScheme(text) && isLoopbackHost(uri))
                .isPresent();
    }

    /** Whether the answer goes to whatever program claims a private-use scheme (RFC 8252 section 7.1). */
    public static boolean isCustomScheme(String text) {
        return parsed(text)
                .map(uri -> uri.getScheme().toLowerCase(Locale.ROOT))
                .filter(scheme -> !"https".equals(scheme) && !"http".equals(scheme))
                .isPresent();
    }

    private static boolean isLoopbackHost(URI uri) {
        return uri.getHost() != null && Loopback.is(uri.getHost());
    }

    private static String withoutPort(String text) {
        URI uri = URI.create(text);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return uri.getHost() + uri.getRawPath() + query;
    }

    private static Optional<URI> parsed(String text) {
        if (!text.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean usable = uri.isAbsolute()
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && !uri.getRawSchemeSpecificPart().isEmpty();
            return usable ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
