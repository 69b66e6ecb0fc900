package org.vizgate.protocol;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and addresses of the computer itself (RFC 6890, RFC 6761 section 6.3). */
public final class Loopback {
    private static final Set<String> NAMES = Set.of("localhost", "[::1]");
    private static final Pattern ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

    /** Whether {@code host}, without a port and as it stands in an address, is the computer itself. */
    public static boolean is(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return NAMES.contains(name) || ADDRESS.matcher(name).matches();
    }
}
