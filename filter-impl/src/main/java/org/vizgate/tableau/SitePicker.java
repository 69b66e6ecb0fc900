package org.vizgate.tableau;

import java.net.URI;
import java.util.Optional;

import org.vizgate.outbound.OutboundReply;

/** Turns Tableau Server's redirect to its sign-in page into the address of its site picker. */
final class SitePicker {
    private static final String SIGN_IN = "/#/signin";
    private static final String PICKER = "/#/site";
    private static final int MAX_LOCATION = 8_000;

    private SitePicker() {}

    /** The picker's address, on {@code server} by construction; empty if the answer is no redirect to the sign-in page. */
    static Optional<URI> address(URI server, OutboundReply reply) {
        if (reply.status() != 302) {
            return Optional.empty();
        }
        return reply.header("location")
                .map(location -> location.startsWith("#") ? "/" + location : location)
                .filter(location -> location.startsWith(SIGN_IN) && location.length() < MAX_LOCATION)
                .flatMap(location -> uri(server + PICKER + location.substring(SIGN_IN.length())));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
