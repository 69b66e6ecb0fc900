package org.vizgate.client;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client id that is the address of a client id metadata document (draft-ietf-oauth-client-id-metadata-document section
 * 3): https, the name of a host, perhaps a port, and a path. There is one way to write each, so two ids never lead to the
 * same document.
 *
 * @param host in lower case
 * @param authority the host, and the port if there is one
 */
record DocumentAddress(URI uri, String host, String authority) {
    private static final String SCHEME = "https://";
    private static final int MAX_LENGTH = 500;
    private static final int MAX_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;
    private static final int IMPLIED_PORT = 443;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    // The last label begins with a letter, as that of no address does, in whatever notation. A name without a dot, such
    // as localhost, belongs to whoever runs the network.
    private static final String HOST = "(?:" + LABEL + "\\.)+(?=[a-z])" + LABEL;
    // No query, although the draft only advises against it: many a host has an address that returns, as JSON, whatever
    // its query says, and would then seem to vouch for it.
    private static final Pattern FORM =
            Pattern.compile(SCHEME + "(" + HOST + ")(?::([1-9][0-9]{0,4}))?(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]+)");
    private static final Pattern TWO_READINGS =
            Pattern.compile("//|/\\.{1,2}(?:/|$)|%(?:2e|2f|5c|00)|%(?![0-9a-f]{2})");

    /** Whether {@code id} claims to be one: no id that we issue begins so. */
    static boolean isClaimedBy(String id) {
        return id.startsWith(SCHEME);
    }

    /** Empty if {@code id} is none, or could be understood in two ways. */
    static Optional<DocumentAddress> parse(String id) {
        if (id.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(id);
        if (!form.matches()
                || form.group(1).length() > MAX_HOST
                || TWO_READINGS.matcher(form.group(3).toLowerCase(Locale.ROOT)).find()) {
            return Optional.empty();
        }
        String host = form.group(1);
        String port = form.group(2);
        if (port == null) {
            return Optional.of(new DocumentAddress(URI.create(id), host, host));
        }
        int number = Integer.parseInt(port);
        return number == IMPLIED_PORT || number > HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(new DocumentAddress(URI.create(id), host, host + ":" + port));
    }
}
