package org.vizgate.outbound;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.apache.hc.client5.http.DnsResolver;
import org.vizgate.lazy.Lazy;

/**
 * Sends HTTP requests to other servers: within a deadline, up to a size, to exactly the address that was asked for. One is
 * made for the life of a web application and closed with it. HttpClient and the JVM's trust anchors are loaded with the first
 * request. Safe for use by several threads.
 *
 * <p>The deadline cannot end the look-up of a host name, which Java gives no handle for; it counts again right after it.
 */
public final class HttpSender implements AutoCloseable {
    /**
     * How requests are sent.
     *
     * @param deadline for the whole exchange: connecting, TLS, headers and body
     * @param maxBodyBytes the largest body that is read
     * @param extraCaPem PEM text with one or more certificates, trusted in addition to the JVM's own
     * @param tlsVerificationDisabled leaves the certificate chain unchecked, for development; the host name is checked all
     *     the same
     * @param proxy the HTTP proxy, {@code http://host:port}; empty for direct connections
     */
    public record Options(
            Duration deadline,
            int maxBodyBytes,
            Optional<String> extraCaPem,
            boolean tlsVerificationDisabled,
            Optional<URI> proxy) {
        public Options {
            Objects.requireNonNull(extraCaPem, "extraCaPem");
            Objects.requireNonNull(proxy, "proxy");
            if (deadline.isNegative() || deadline.isZero() || maxBodyBytes < 1 || maxBodyBytes == Integer.MAX_VALUE) {
                throw new IllegalArgumentException("the deadline and the largest body must be more than nothing");
            }
        }
    }

    private final Options options;
    private final ExchangeObserver observer;
    private final Lazy<Exchanges> exchanges;
    private volatile boolean closed;

    /** @throws IllegalArgumentException if the certificates or the proxy cannot be used; the message says why */
    public HttpSender(Options options) {
        this(options, ExchangeObserver.NONE);
    }

    /** As {@link #HttpSender(Options)}; what is sent is told to {@code observer}. */
    public HttpSender(Options options, ExchangeObserver observer) {
        this(options, observer, SystemNames::all);
    }

    HttpSender(Options options, ExchangeObserver observer, Supplier<DnsResolver> resolver) {
        check(options);
        this.options = options;
        this.observer = observer;
        this.exchanges = new Lazy<>(() -> new Exchanges(options, resolver.get(), () -> closed));
    }

    private static void check(Options options) {
        if (options.proxy().isPresent()) {
            requireHostAndPort(options.proxy().get());
        }
        if (options.extraCaPem().isPresent()) {
            TrustAnchors.certificates(options.extraCaPem().get());
        }
    }

    private static void requireHostAndPort(URI proxy) {
        String path = proxy.getRawPath();
        if (!"http".equalsIgnoreCase(proxy.getScheme())
                || proxy.getHost() == null
                || proxy.getPort() < 1
                || proxy.getRawUserInfo() != null
                || !(path == null || path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException("TABLEAU_PROXY must be http://host:port, without user and path");
        }
    }

    /**
     * A sender for addresses that strangers name: it reaches hosts on the open internet and no others.
     *
     * @throws IllegalArgumentException as {@link #HttpSender(Options)}; also if there is a proxy, which would look up the
     *     names by itself
     */
    public static HttpSender toPublicHosts(Options options, ExchangeObserver observer) {
        if (options.proxy().isPresent()) {
            throw new IllegalArgumentException("behind a proxy it cannot be seen which hosts are public");
        }
        return new HttpSender(options, observer, SystemNames::publicOnes);
    }

    /** @throws OutboundException if there is no usable answer */
    public OutboundReply send(OutboundRequest request) {
        return send(request, options.deadline());
    }

    /**
     * As {@link #send(OutboundRequest)}, for callers that cannot wait as long.
     *
     * @param atMost counts if it is shorter than the sender's own deadline
     */
    public OutboundReply send(OutboundRequest request, Duration atMost) {
        long start = System.nanoTime();
        try {
            OutboundReply reply = exchanges.get().make(request, shorterOf(atMost, options.deadline()));
            observer.answered(request, reply, Duration.ofNanos(System.nanoTime() - start));
            return reply;
        } catch (OutboundException e) {
            observer.failed(request, e.kind());
            throw e;
        }
    }

    private static Duration shorterOf(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Ends exchanges that are under way, closes all connections and ends the timer's thread. */
    @Override
    public void close() {
        closed = true;
        exchanges.made().ifPresent(Exchanges::close);
    }
}
