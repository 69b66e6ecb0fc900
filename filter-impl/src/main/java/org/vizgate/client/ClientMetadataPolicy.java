package org.vizgate.client;

import java.util.Set;

/**
 * Whose client id metadata documents are read.
 *
 * @param hosts hosts in lower case, each with its port unless that is 443; empty for every public host, at port 443 only
 */
public record ClientMetadataPolicy(Set<String> hosts) {
    public ClientMetadataPolicy {
        hosts = Set.copyOf(hosts);
    }

    /** Those of every public host. */
    public static ClientMetadataPolicy any() {
        return new ClientMetadataPolicy(Set.of());
    }

    // A stranger who may name a port as well could have us knock at any service of any host.
    boolean admits(DocumentAddress address) {
        return hosts.isEmpty() ? address.authority().equals(address.host()) : hosts.contains(address.authority());
    }
}
