package org.vizgate.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names of public hosts only: a name with a single address that is not on the open internet is refused. It works
 * inside the connection, so the addresses that were looked at are the ones that are connected to, and a name server cannot
 * answer twice.
 */
final class PublicAddresses implements DnsResolver {
    private static final int NAT64_PREFIX = 0x0064ff9b;

    private final DnsResolver resolver;

    PublicAddresses(DnsResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new UnknownHostException(host + " has an address that is not public");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return resolver.resolveCanonicalHostname(host);
    }

    /** Whether the registries of special-purpose addresses (RFC 6890) leave this one to the open internet. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes);
        }
        return address instanceof Inet6Address && isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> (second & 0xc0) != 64;
            case 169 -> second != 254;
            case 172 -> (second & 0xf0) != 16;
            case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2)) && !(second == 88 && third == 99);
            case 198 -> (second & 0xfe) != 18 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    private static boolean isPublic6(byte[] bytes) {
        int head = word(bytes, 0);
        // Only 2000::/3 is handed out for unicast; of it, 2001::/23, 2001:db8::/32, 2002::/16 and 3fff::/20 are
        // special.
        boolean isHandedOut = (bytes[0] & 0xe0) == 0x20;
        boolean isSpecial = (head & 0xfffffe00) == 0x20010000
                || head == 0x20010db8
                || (head & 0xffff0000) == 0x20020000
                || (head & 0xfffff000) == 0x3fff0000;
        if (head == NAT64_PREFIX && word(bytes, 4) == 0 && word(bytes, 8) == 0) {
            return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
        }
        return isHandedOut && !isSpecial;
    }

    private static int word(byte[] bytes, int start) {
        return (bytes[start] & 0xff) << 24
                | (bytes[start + 1] & 0xff) << 16
                | (bytes[start + 2] & 0xff) << 8
                | (bytes[start + 3] & 0xff);
    }
}
