package org.vizgate.tableau;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;

/**
 * Which hosts a Tableau token may be sent to: the configured server, or the pods of Tableau Cloud. Immutable.
 *
 * <p>On Cloud the pod is known only from the answer that brings the token, so the answer's word is checked against the one
 * domain that is Tableau's.
 */
public final class TableauHosts {
    private static final URI CLOUD = URI.create("https://online.tableau.com");
    private static final String POD_SUFFIX = ".online.tableau.com";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:[a-z0-9.-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?");
    private static final int MAX_HOST = 260;

    private final @Nullable URI server;

    /**
     * @param server base address of the one server there is; empty, or {@code https://online.tableau.com}, for Tableau Cloud
     * @throws IllegalArgumentException if it is not an http or https address of a host without a path
     */
    public TableauHosts(Optional<URI> server) {
        @Nullable URI origin = server.map(TableauHosts::required).orElse(null);
        this.server = CLOUD.equals(origin) ? null : origin;
    }

    private static URI required(URI server) {
        return origin(server)
                .orElseThrow(() -> new IllegalArgumentException(
                        "SERVER must be https://host or https://host:port, without user, path and query"));
    }

    /** Where the browser goes to sign in, and where codes are exchanged: scheme, host and port. */
    public URI signIn() {
        return server == null ? CLOUD : server;
    }

    /** Whether this is Tableau Cloud, with a named pod or without. */
    public boolean isCloud() {
        return server == null || server.getHost().endsWith(POD_SUFFIX);
    }

    /**
     * The base address for the {@code origin_host} of a token answer.
     *
     * @param originHost a host, with a port after a colon if it is not the default one
     * @throws TableauException CONFIGURATION, if a token may not be sent there
     */
    public URI fromOriginHost(String originHost) {
        String host = originHost.toLowerCase(Locale.ROOT);
        URI candidate = parsed(signIn().getScheme() + "://" + host)
                .filter(unused ->
                        host.length() <= MAX_HOST && HOST_AND_PORT.matcher(host).matches())
                .orElseThrow(() -> new TableauException(
                        Kind.CONFIGURATION,
                        "Tableau's token answer names an origin_host that is no host: look at the proxies"));
        if (!allows(candidate)) {
            throw new TableauException(
                    Kind.CONFIGURATION,
                    "Tableau's token is for " + host + ", and SERVER is " + signIn()
                            + ": set SERVER to the address under which Tableau knows itself");
        }
        return server == null ? candidate : server;
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a token may be sent to a server that is named inside a token of ours. */
    public boolean allows(URI candidate) {
        return origin(candidate)
                .filter(origin -> server == null ? candidate.getPort() < 0 && isPod(origin) : server.equals(origin))
                .isPresent();
    }

    private static boolean isPod(URI origin) {
        return "https".equals(origin.getScheme())
                && origin.getHost().endsWith(POD_SUFFIX)
                && NAME.matcher(origin.getHost()).matches();
    }

    /** Scheme, host and port in lower case, the default port left out; empty if there is anything else in the address. */
    private static Optional<URI> origin(URI address) {
        @Nullable String scheme = address.getScheme();
        @Nullable String host = address.getHost();
        @Nullable String path = address.getRawPath();
        boolean more = address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || !(path == null || path.isEmpty() || path.equals("/"));
        if (scheme == null || host == null || more || !scheme.matches("(?i)https?") || address.getPort() > 65_535) {
            return Optional.empty();
        }
        boolean https = scheme.equalsIgnoreCase("https");
        int port = address.getPort() == (https ? 443 : 80) ? -1 : address.getPort();
        String name = host.toLowerCase(Locale.ROOT);
        return Optional.of(URI.create((https ? "https://" : "http://") + name + (port < 0 ? "" : ":" + port)));
    }
}
