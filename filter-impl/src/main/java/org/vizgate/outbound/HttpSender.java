package org.vizgate.outbound;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.vizgate.lazy.Lazy;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    private final Lazy<CloseableHttpClient> client;
    private final DeadlineTimer timer = new DeadlineTimer();
    private volatile boolean closed;

    /** @throws IllegalArgumentException if the certificates or the proxy cannot be used; the message says why */
    public HttpSender(Options options) {
        this(options, ExchangeObserver.NONE);
    }

    /** As {@link #HttpSender(Options)}; what is sent is told to {@code observer}. */
    public HttpSender(Options options, ExchangeObserver observer) {
        this(options, observer, SystemDefaultDnsResolver.INSTANCE);
    }

    HttpSender(Options options, ExchangeObserver observer, DnsResolver resolver) {
        this.options = options;
        this.observer = observer;
        BoundedClient.check(options);
        this.client = new Lazy<>(() -> BoundedClient.of(options, resolver));
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
        return new HttpSender(options, observer, new PublicAddresses(SystemDefaultDnsResolver.INSTANCE));
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
            OutboundReply reply = exchange(request, atMost);
            observer.answered(request, reply, Duration.ofNanos(System.nanoTime() - start));
            return reply;
        } catch (OutboundException e) {
            observer.failed(request, e.kind());
            throw e;
        }
    }

    private OutboundReply exchange(OutboundRequest request, Duration atMost) {
        Failures failures = new Failures(request);
        CloseableHttpClient http = openClient(failures);
        HttpUriRequestBase message = messageOf(request);
        HttpClientContext context = HttpClientContext.create();
        DeadlineTimer.Watch watch = timer.watch(message, shorterOf(atMost, options.deadline()));
        try {
            return http.execute(message, context, answer -> replyOf(answer, message, context, failures));
        } catch (OutboundException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // HttpClient has IllegalStateExceptions of its own for a connection that is taken away while it is used.
            throw watch.expired() ? failures.ofDeadline() : closed ? failures.ofClosedSender() : failures.of(e);
        } finally {
            watch.end();
        }
    }

    private CloseableHttpClient openClient(Failures failures) {
        try {
            CloseableHttpClient made = client.get();
            // Asked afterwards: a client that was made too late to be closed must not be used.
            if (closed) {
                throw failures.ofClosedSender();
            }
            return made;
        } catch (OutboundException e) {
            throw e;
        } catch (RuntimeException e) {
            // The JVM's trust anchors may be unusable.
            throw failures.of(e);
        }
    }

    private OutboundReply replyOf(
            ClassicHttpResponse answer, HttpUriRequestBase message, HttpClientContext context, Failures failures)
            throws IOException {
        try {
            // A proxy that refuses a tunnel would otherwise speak for the server.
            if ("https".equalsIgnoreCase(message.getScheme()) && context.getSSLSession() == null) {
                throw failures.ofTunnel(answer.getCode());
            }
            return new ReplyReader(options.maxBodyBytes(), failures).read(answer);
        } catch (OutboundException e) {
            // Closing the answer would read the rest of the body first, to save the connection.
            message.cancel();
            throw e;
        }
    }

    private static Duration shorterOf(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static HttpUriRequestBase messageOf(OutboundRequest request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(message::setHeader);
        request.body()
                .ifPresent(body -> message.setEntity(new ByteArrayEntity(
                        body.text().getBytes(UTF_8), ContentType.parseLenient(body.contentType()))));
        return message;
    }

    /** Ends exchanges that are under way, closes all connections and ends the timer's thread. */
    @Override
    public void close() {
        closed = true;
        client.made().ifPresent(http -> http.close(CloseMode.IMMEDIATE));
        timer.close();
    }
}
