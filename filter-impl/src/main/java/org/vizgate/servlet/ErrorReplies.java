package org.vizgate.servlet;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditLog;
import org.vizgate.credential.TableauException;
import org.vizgate.json.Json;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.page.ErrorPage;
import org.vizgate.page.PageException;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthError;
import org.vizgate.protocol.OAuthException;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.web.Call;
import org.vizgate.web.Reply;

/** What an endpoint answers when it throws: for a program or for a person, with the reason in the log. */
final class ErrorReplies {
    private static final Logger LOG = System.getLogger("org.vizgate.endpoints");
    private static final long RETRY_SECONDS = 5;

    private final Json json;
    private final AuditLog audit;

    ErrorReplies(Json json, AuditLog audit) {
        this.json = json;
        this.audit = audit;
    }

    Reply reply(EndpointKind kind, Call call, RuntimeException failure) {
        if (failure instanceof PageException forPeople) {
            audit(kind, call, forPeople.page().name());
            LOG.log(Level.INFO, "{0}: {1}", call.correlationId(), forPeople.getMessage());
            Reply reply = forPeople.reply(call);
            return reply.status() == ErrorCode.TEMPORARILY_UNAVAILABLE.status()
                    ? reply.with("Retry-After", Long.toString(RETRY_SECONDS))
                    : reply;
        }
        if (failure instanceof OAuthException refusal) {
            LOG.log(Level.INFO, "{0}: {1} refused: {2}", call.correlationId(), kind, refusal.getMessage());
            audit(kind, call, refusal.code().wireName());
            return refused(kind, call, refusal.error());
        }
        if (failure instanceof GrantStoreException || failure instanceof TableauException) {
            LOG.log(
                    Level.WARNING,
                    "{0}: {1} cannot be answered now: {2}",
                    call.correlationId(),
                    kind,
                    failure.getMessage());
            return unavailable(kind, call, seconds(failure));
        }
        return broken(kind, call, failure);
    }

    private Reply refused(EndpointKind kind, Call call, OAuthError error) {
        if (error.code() == ErrorCode.TEMPORARILY_UNAVAILABLE) {
            return unavailable(kind, call, RETRY_SECONDS);
        }
        if (kind.errors() == ErrorForm.PAGE) {
            return ErrorPage.BAD_REQUEST.reply(call, Optional.empty(), error.description());
        }
        Reply reply = program(error);
        if (error.code() == ErrorCode.TOO_MANY_REQUESTS) {
            return reply.with("Retry-After", "1");
        }
        boolean usesHeader =
                kind == EndpointKind.STATUS || call.header("authorization").isPresent();
        return error.code() == ErrorCode.INVALID_CLIENT && usesHeader
                ? reply.with("WWW-Authenticate", "Basic realm=\"vizgate\", charset=\"UTF-8\"")
                : reply;
    }

    private Reply unavailable(EndpointKind kind, Call call, long seconds) {
        Reply reply = kind.errors() == ErrorForm.PAGE
                ? ErrorPage.UNAVAILABLE.reply(call, Optional.empty())
                : program(new OAuthError(ErrorCode.TEMPORARILY_UNAVAILABLE, "try again in a few seconds"));
        return reply.with("Retry-After", Long.toString(seconds));
    }

    private static long seconds(RuntimeException failure) {
        return failure instanceof TableauException tableau
                ? tableau.retryAfter().map(Duration::toSeconds).orElse(RETRY_SECONDS)
                : RETRY_SECONDS;
    }

    private Reply broken(EndpointKind kind, Call call, RuntimeException failure) {
        // A parser's message may quote its input: the log gets the place, not the text.
        boolean isQuoting = failure instanceof MalformedJsonException;
        LOG.log(Level.ERROR, call.correlationId() + ": " + kind + " failed", isQuoting ? null : failure);
        return kind.errors() == ErrorForm.PAGE
                ? ErrorPage.INTERNAL.reply(call, Optional.empty())
                : program(
                        new OAuthError(ErrorCode.SERVER_ERROR, "the reference in the log is " + call.correlationId()));
    }

    /** More requests than the limit lets through (RFC 6585 section 4). */
    Reply tooMany(EndpointKind kind, Call call, Duration delay) {
        LOG.log(
                Level.INFO,
                "{0}: {1} has too many requests from {2}",
                call.correlationId(),
                call.path(),
                call.remoteAddress());
        audit(kind, call, ErrorCode.TOO_MANY_REQUESTS.wireName());
        Reply reply = kind.errors() == ErrorForm.PAGE
                ? ErrorPage.TOO_MANY.reply(call, Optional.empty())
                : program(new OAuthError(ErrorCode.TOO_MANY_REQUESTS, "too many requests, try again later"));
        // Rounded up: a client that comes back earlier would be refused again.
        return reply.with(
                "Retry-After", Long.toString(delay.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    /** A method that the endpoint does not have (RFC 9110 section 15.5.6). */
    Reply badMethod(EndpointKind kind, Call call) {
        Reply reply = kind.errors() == ErrorForm.PAGE
                ? ErrorPage.BAD_METHOD.reply(call, Optional.empty())
                : Reply.json(405, body("invalid_request", "the method is not one of " + kind.allowed()))
                        .uncached();
        return reply.with("Allow", kind.allowed());
    }

    /** An endpoint that is switched off. */
    Reply absent(EndpointKind kind, Call call) {
        return Reply.json(404, body("not_found", "this endpoint is switched off"))
                .uncached();
    }

    private Reply program(OAuthError error) {
        return Reply.json(error.code().status(), body(error.code().wireName(), error.description()))
                .uncached();
    }

    private String body(String error, String description) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error", error);
        members.put("error_description", description);
        return json.write(members);
    }

    private void audit(EndpointKind kind, Call call, String reason) {
        audit.record(AuditEvent.REQUEST_REFUSED, call.correlationId())
                .because(reason.toLowerCase(Locale.ROOT))
                .with("endpoint", kind.name().toLowerCase(Locale.ROOT))
                .with("address", call.remoteAddress())
                .write();
    }
}
