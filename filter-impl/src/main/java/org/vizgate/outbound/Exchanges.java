package org.vizgate.outbound;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.vizgate.lazy.Lazy;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The requests of one sender, as HttpClient sends them. Apart from the sender, which so loads nearly nothing of HttpClient. */
final class Exchanges implements AutoCloseable {
    private final HttpSender.Options options;
    private final BooleanSupplier closed;
    private final Lazy<CloseableHttpClient> client;
    private final DeadlineTimer timer = new DeadlineTimer();

    /** @param closed whether nothing may be sent any more */
    Exchanges(HttpSender.Options options, DnsResolver resolver, BooleanSupplier closed) {
        this.options = options;
        this.closed = closed;
        this.client = new Lazy<>(() -> BoundedClient.of(options, resolver));
    }

    /** @throws OutboundException if there is no usable answer */
    OutboundReply make(OutboundRequest request, Duration deadline) {
        Failures failures = new Failures(request);
        CloseableHttpClient http = openClient(failures);
        HttpUriRequestBase message = messageOf(request);
        HttpClientContext context = HttpClientContext.create();
        DeadlineTimer.Watch watch = timer.watch(message, deadline);
        try {
            return http.execute(message, context, answer -> replyOf(answer, message, context, failures));
        } catch (OutboundException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // HttpClient has IllegalStateExceptions of its own for a connection that is taken away while it is used.
            throw watch.expired()
                    ? failures.ofDeadline()
                    : closed.getAsBoolean() ? failures.ofClosedSender() : failures.of(e);
        } finally {
            watch.end();
        }
    }

    private CloseableHttpClient openClient(Failures failures) {
        try {
            CloseableHttpClient made = client.get();
            // Asked afterwards: a client that was made too late to be closed must not be used.
            if (closed.getAsBoolean()) {
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

    private static HttpUriRequestBase messageOf(OutboundRequest request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(message::setHeader);
        request.body()
                .ifPresent(body -> message.setEntity(new ByteArrayEntity(
                        body.text().getBytes(UTF_8), ContentType.parseLenient(body.contentType()))));
        return message;
    }

    @Override
    public void close() {
        client.made().ifPresent(http -> http.close(CloseMode.IMMEDIATE));
        timer.close();
    }
}
