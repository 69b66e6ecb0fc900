package org.vizgate.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Internet addresses in their usual notation; never a name, so nobody is asked. */
final class Addresses {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:]*(?:" + V4 + ")?");
    private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._~-]{1,40}$");

    private Addresses() {}

    /** The address; one that is IPv4 inside IPv6 is IPv4, and a zone is dropped. */
    static Optional<InetAddress> parse(String text) {
        String bare = ZONE.matcher(text).replaceFirst("");
        if (bare.length() > 45
                || !(V4.matcher(bare).matches() || V6.matcher(bare).matches())) {
            return Optional.empty();
        }
        try {
            // Does not ask a name server: the text begins like an address, and what does so is parsed, or refused.
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
