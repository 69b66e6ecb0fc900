package org.vizgate.servlet;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.crypto.RandomTokens;
import org.vizgate.lazy.Lazy;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Document;
import org.vizgate.web.Documents;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Reply;

/** Around every endpoint: methods, CORS, limits, and an answer for whatever goes wrong. */
final class EndpointEdge {
    private static final int CORRELATION_BYTES = 9;

    private final Lazy<Map<EndpointKind, Endpoint>> endpoints;
    private final ErrorReplies errors;
    private final RequestLimits limits;
    private final HostWatch hosts;
    private final RandomTokens random;

    EndpointEdge(
            Lazy<Map<EndpointKind, Endpoint>> endpoints,
            ErrorReplies errors,
            RequestLimits limits,
            HostWatch hosts,
            RandomTokens random) {
        this.endpoints = endpoints;
        this.limits = limits;
        this.hosts = hosts;
        this.errors = errors;
        this.random = random;
    }

    void answer(EndpointKind kind, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (kind.isCrossOrigin()) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        Optional<Document> document = document(kind, request);
        if (document.isPresent()) {
            Replies.write(document.get(), request, response);
        } else {
            Replies.write(reply(kind, request), request.getMethod(), response);
        }
    }

    private Optional<Document> document(EndpointKind kind, HttpServletRequest request) {
        return endpoints.get().get(kind) instanceof Documents documents && kind.answers(request.getMethod())
                ? documents.find(Calls.path(request))
                : Optional.empty();
    }

    /** Whatever is no document. */
    Reply reply(EndpointKind kind, HttpServletRequest request) throws IOException {
        Endpoint endpoint = endpoints.get().get(kind);
        String address = limits.address(request);
        Call bare = Calls.bare(request, address, random.text(CORRELATION_BYTES));
        if (kind.isForUsers()) {
            hosts.look(request.getHeader("Host"), request.getRemoteAddr());
        }
        if (endpoint == null) {
            return errors.absent(kind, bare);
        }
        if (kind.isCrossOrigin() && request.getMethod().equals("OPTIONS")) {
            return preflight(kind);
        }
        if (!kind.answers(request.getMethod())) {
            return errors.badMethod(kind, bare);
        }
        // Before the body is read: whoever is refused must not cost more than that.
        Optional<Duration> delay = limits.delay(kind, address);
        if (delay.isPresent()) {
            return errors.tooMany(kind, bare, delay.get());
        }
        try {
            return endpoint.handle(Calls.whole(request, address, bare.correlationId()));
        } catch (RuntimeException e) {
            if (isGuess(bare, e)) {
                limits.refused(kind, address);
            }
            return errors.reply(kind, bare, e);
        }
    }

    // Without any secret nothing was guessed: so do browsers begin, and some collectors of metrics.
    private static boolean isGuess(Call call, RuntimeException failure) {
        return failure instanceof OAuthException refusal
                && refusal.code() == ErrorCode.INVALID_CLIENT
                && call.header("authorization").isPresent();
    }

    private static Reply preflight(EndpointKind kind) {
        return Reply.of(204)
                .with("Access-Control-Allow-Methods", kind.allowed())
                .with("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept, MCP-Protocol-Version")
                .with("Access-Control-Max-Age", "600");
    }
}
