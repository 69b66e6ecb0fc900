package org.vizgate.servlet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.vizgate.config.Settings;
import org.vizgate.limit.ClientAddresses;
import org.vizgate.protocol.Loopback;

/**
 * Warns once when callers come to another host than the issuer's, for that is where they are sent to sign in. Looked at are
 * requests that need to be sent there. Safe for use by several threads.
 */
final class HostWatch {
    private static final Logger LOG = System.getLogger(HostWatch.class.getName());
    // A name; load balancers ask after the health of addresses. At least one letter in the last label makes it none.
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9_-]{1,63}\\.)*[a-z0-9-]{0,62}[a-z][a-z0-9-]{0,62}");
    private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");

    private final String issuerHost;
    private final boolean isOff;
    private final ClientAddresses addresses;
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    private HostWatch(String issuerHost, boolean isOff, ClientAddresses addresses) {
        this.issuerHost = issuerHost;
        this.isOff = isOff;
        this.addresses = addresses;
    }

    // On loopback, and with a list of hosts, other hosts are refused, and that is said.
    static HostWatch of(Settings.Protecting settings) {
        URI issuer = settings.gate().issuer();
        return new HostWatch(
                issuer.getHost().toLowerCase(Locale.ROOT),
                Loopback.is(issuer.getHost())
                        || !settings.protection().allowedHosts().isEmpty(),
                new ClientAddresses(settings.protection().trustedProxies()));
    }

    static HostWatch off() {
        return new HostWatch("", true, new ClientAddresses(List.of()));
    }

    /** @param host value of the header; absent in HTTP/1.0 */
    void look(@Nullable String host, String peer) {
        if (isOff || host == null || hasWarned.get()) {
            return;
        }
        String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        if (!name.equals(issuerHost)
                && NAME.matcher(name).matches()
                && !Loopback.is(name)
                && !addresses.isTrusted(peer)
                && hasWarned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "A request came to the host {0}, and OAUTH_ISSUER names {1}, where callers are sent to sign in. If users"
                            + " see {0}, write that into OAUTH_ISSUER. If a reverse proxy in front has put it there, let it"
                            + " pass on the Host header, or write its address into OAUTH_TRUSTED_PROXIES. If it was somebody"
                            + " who tries names, there is nothing to do.",
                    name,
                    issuerHost);
        }
    }
}
