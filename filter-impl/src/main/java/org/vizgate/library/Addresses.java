package org.vizgate.library;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.credential.Transport;
import org.vizgate.protocol.Loopback;

/** Looks at the address of a server before a credential is sent there. */
final class Addresses {
    private Addresses() {}

    /**
     * Scheme, host and port.
     *
     * @throws TableauException CONFIGURATION, if it has anything else, or is http where that was not allowed
     */
    static URI base(URI server, Transport transport) {
        @Nullable String host = server.getHost();
        @Nullable String scheme = server.getScheme();
        if (host == null || scheme == null || !scheme.matches("(?i)https?") || hasMore(server)) {
            throw refused("Tableau's address must be https://host or https://host:port, without user, path and query");
        }
        boolean plain = scheme.equalsIgnoreCase("http");
        if (plain && !Loopback.is(host) && !transport.httpAllowed()) {
            throw refused(
                    "http://" + host + " would show the credentials to everybody in between: use https; where that is"
                            + " really not possible, Transport.dangerouslyAllowingHttp()");
        }
        String port = server.getPort() < 0 ? "" : ":" + server.getPort();
        return URI.create((plain ? "http://" : "https://") + host.toLowerCase(Locale.ROOT) + port);
    }

    private static boolean hasMore(URI server) {
        @Nullable String path = server.getRawPath();
        return server.getRawUserInfo() != null
                || server.getRawQuery() != null
                || server.getRawFragment() != null
                || !(path == null || path.isEmpty() || path.equals("/"));
    }

    private static TableauException refused(String message) {
        return new TableauException(Kind.CONFIGURATION, message);
    }
}
