package org.vizgate.limit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Where requests come from: the peer of the connection, or, if that is a trusted proxy, whom it names. For limits and logs
 * only; nothing is allowed because of an address. Safe for use by several threads.
 */
public final class ClientAddresses {
    private static final Logger LOG = System.getLogger(ClientAddresses.class.getName());
    private static final int HALF_OF_V6 = 8;

    private final List<AddressRange> trustedProxies;
    private final AtomicBoolean hasWarned = new AtomicBoolean();

    public ClientAddresses(List<AddressRange> trustedProxies) {
        this.trustedProxies = List.copyOf(trustedProxies);
    }

    /**
     * The address of the client: the last one, counted from us, that is not a trusted proxy.
     *
     * @param peer as the container gives it
     * @param headers every value of the header with this name, which is in lower case; none for none
     */
    public String of(String peer, Function<String, List<String>> headers) {
        Optional<InetAddress> nearest = Addresses.parse(peer);
        if (nearest.isEmpty()) {
            return peer;
        }
        InetAddress client = nearest.get();
        if (!isTrusted(client)) {
            warn(client, headers);
            return client.getHostAddress();
        }
        List<String> hops = ForwardedHeaders.hops(headers);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> before = Addresses.parse(hops.get(i));
            if (before.isEmpty()) {
                break;
            }
            client = before.get();
        }
        return client.getHostAddress();
    }

    /** Whether {@code peer} is a proxy whose word counts. */
    public boolean isTrusted(String peer) {
        return Addresses.parse(peer).filter(this::isTrusted).isPresent();
    }

    private boolean isTrusted(InetAddress address) {
        return trustedProxies.stream().anyMatch(range -> range.contains(address));
    }

    private void warn(InetAddress peer, Function<String, List<String>> headers) {
        if (!hasWarned.get() && ForwardedHeaders.areIn(headers) && hasWarned.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "{0} forwards requests of others and is not trusted, so limits count all of them as its own. If it is"
                            + " your proxy, write its address into OAUTH_TRUSTED_PROXIES; if not, there is nothing to do.",
                    peer.getHostAddress());
        }
    }

    /**
     * What one party has of addresses: an IPv4 address, or the 64 bits of IPv6 that a single connection to a network gets
     * (RFC 6177).
     *
     * @param address as {@link #of} gives it
     */
    public static String party(String address) {
        Optional<InetAddress> parsed = Addresses.parse(address);
        if (parsed.orElse(null) instanceof Inet6Address v6) {
            byte[] network = Arrays.copyOf(Arrays.copyOf(v6.getAddress(), HALF_OF_V6), 2 * HALF_OF_V6);
            try {
                return InetAddress.getByAddress(network).getHostAddress() + "/64";
            } catch (UnknownHostException e) {
                throw new IllegalStateException("16 bytes are an address", e);
            }
        }
        return address;
    }
}
