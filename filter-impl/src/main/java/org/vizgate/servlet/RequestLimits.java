package org.vizgate.servlet;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

import org.vizgate.config.Settings;
import org.vizgate.limit.ClientAddresses;
import org.vizgate.limit.RateLimit;

/**
 * How often one address may call the endpoints that make or end something, and what counts as one address. Each endpoint counts
 * by itself.
 */
final class RequestLimits {
    private static final Set<EndpointKind> LIMITED = Set.of(
            EndpointKind.AUTHORIZE,
            EndpointKind.CONSENT,
            EndpointKind.TOKEN,
            EndpointKind.REVOKE,
            EndpointKind.REGISTER);

    private final ClientAddresses addresses;
    private final Optional<RateLimit> limit;

    private RequestLimits(ClientAddresses addresses, Optional<RateLimit> limit) {
        this.addresses = addresses;
        this.limit = limit;
    }

    static RequestLimits of(Settings.Protection protection, Clock clock) {
        return new RequestLimits(
                new ClientAddresses(protection.trustedProxies()),
                protection.rateLimit().map(rate -> new RateLimit(rate, clock)));
    }

    /** No limit, and no proxy that is trusted. */
    static RequestLimits none() {
        return new RequestLimits(new ClientAddresses(List.of()), Optional.empty());
    }

    /** Where a request comes from: the peer of the connection, unless that is a trusted proxy. */
    String address(HttpServletRequest request) {
        return addresses.of(request.getRemoteAddr(), name -> Collections.list(request.getHeaders(name)));
    }

    /** Whom a request comes from, as far as limits are concerned. */
    String party(HttpServletRequest request) {
        return ClientAddresses.party(address(request));
    }

    /** Counts a request: empty if it may pass, otherwise how long its sender has to wait. */
    Optional<Duration> delay(EndpointKind kind, String address) {
        if (kind == EndpointKind.STATUS) {
            return limit.flatMap(counting -> counting.left(key(kind, address)));
        }
        return LIMITED.contains(kind)
                ? limit.flatMap(counting -> counting.delay(key(kind, address)))
                : Optional.empty();
    }

    /** Counts a wrong secret, where requests with the right one may come as often as they like. */
    void refused(EndpointKind kind, String address) {
        if (kind == EndpointKind.STATUS) {
            limit.ifPresent(counting -> counting.delay(key(kind, address)));
        }
    }

    private static String key(EndpointKind kind, String address) {
        return kind.name() + " " + ClientAddresses.party(address);
    }
}
