package org.vizgate.outbound;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Looks up host names as the system does. */
final class SystemNames {
    private SystemNames() {}

    static DnsResolver all() {
        return SystemDefaultDnsResolver.INSTANCE;
    }

    /** Those on the open internet. */
    static DnsResolver publicOnes() {
        return new PublicAddresses(all());
    }
}
