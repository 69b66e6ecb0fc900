package org.vizgate.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.hc.client5.http.DnsResolver;

/** A name server that says the same of every name, and remembers which ones it was asked for. */
final class FixedNames implements DnsResolver {
    final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> addresses;

    FixedNames(String... addresses) {
        this.addresses = List.of(addresses);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        asked.add(host);
        InetAddress[] found = new InetAddress[addresses.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(addresses.get(i));
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
