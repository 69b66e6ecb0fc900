package org.vizgate.tableau;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;

/** Words the refusals of one endpoint: where, which status, which Tableau error, what to do. */
final class Refusals {
    private final String endpoint;

    Refusals(URI endpoint) {
        this.endpoint = endpoint.getScheme() + "://" + endpoint.getAuthority() + endpoint.getRawPath();
    }

    /** There was no answer at all. */
    static TableauException of(OutboundException e) {
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
        String number = code.map(digits -> ", Tableau error " + digits).orElse("");
        String target = refusal == Refusal.REDIRECTED ? target(reply) : "";
        return new TableauException(
                refusal.kind,
                endpoint + " answered with status " + reply.status() + number + target + ": " + refusal.advice,
                code.orElse(null),
                RetryAfter.of(reply).orElse(null),
                null);
    }

    /** Scheme and host only: the rest of a Location may hold what was sent. */
    private static String target(OutboundReply reply) {
        try {
            URI location = URI.create(reply.header("location").orElse(""));
            return location.getHost() == null ? "" : " to " + location.getScheme() + "://" + location.getHost();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
