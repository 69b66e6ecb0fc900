package org.vizgate.tableau;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;

/** Words the refusals of one endpoint: where, which status, which Tableau error, what to do. */
public final class Refusals {
    private final String endpoint;

    public Refusals(URI endpoint) {
        this.endpoint = endpoint.getScheme() + "://" + endpoint.getAuthority() + endpoint.getRawPath();
    }

    /** There was no answer at all. */
    public static TableauException of(OutboundException e) {
        Kind kind = switch (e.kind()) {
            case UNREACHABLE, TIMED_OUT, BROKEN -> Kind.UNAVAILABLE;
            case UNTRUSTED -> Kind.CONFIGURATION;
            case TOO_LARGE -> Kind.NOT_TABLEAU;
        };
        return new TableauException(kind, String.valueOf(e.getMessage()), null, null, e);
    }

    /** The status was right, the body was not. */
    TableauException notTableau(@Nullable String why) {
        return new TableauException(
                Kind.NOT_TABLEAU,
                endpoint + " did not answer as Tableau does (" + why
                        + "): is SERVER right, or is there a login page of a" + " proxy in between?");
    }

    TableauException of(Refusal refusal, OutboundReply reply, Optional<String> code) {
        return of(refusal, reply, code, "");
    }

    /** @param more advice of the caller, a sentence or nothing */
    TableauException of(Refusal refusal, OutboundReply reply, Optional<String> code, String more) {
        return of(refusal.kind, refusal.advice + (more.isEmpty() ? "" : ". " + more), reply, code);
    }

    /** @param code of Tableau, if the answer has one */
    public TableauException of(Kind kind, String advice, OutboundReply reply, Optional<String> code) {
        String number = code.map(digits -> ", Tableau error " + digits).orElse("");
        String target = reply.status() / 100 == 3 ? target(reply) : "";
        return new TableauException(
                kind,
                endpoint + " answered with status " + reply.status() + number + target + ": " + advice,
                code.orElse(null),
                RetryAfter.of(reply).orElse(null),
                null);
    }

    /** Scheme, host and port only: the rest of a Location may hold what was sent. */
    private static String target(OutboundReply reply) {
        try {
            URI location = URI.create(reply.header("location").orElse(""));
            String port = location.getPort() < 0 ? "" : ":" + location.getPort();
            return location.getHost() == null ? "" : " to " + location.getScheme() + "://" + location.getHost() + port;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
