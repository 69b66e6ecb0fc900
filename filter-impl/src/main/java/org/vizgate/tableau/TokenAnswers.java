package org.vizgate.tableau;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.session.Secret;

/** Reads the answers of Tableau's token endpoint, and believes nothing in them without a look. */
final class TokenAnswers {
    private static final long MAX_LIFE_SECONDS = Duration.ofDays(3650).toSeconds();

    private final TableauReplies replies;
    private final TableauHosts hosts;

    TokenAnswers(TableauReplies replies, TableauHosts hosts) {
        this.replies = replies;
        this.hosts = hosts;
    }

    UpstreamGrant grant(OutboundReply reply, URI endpoint, Instant now) {
        if (reply.status() != 200) {
            Optional<String> code = replies.errorCode(reply);
            Refusal refusal = Refusal.ofTokenEndpoint(reply.status(), code, isGateway(reply));
            throw new Refusals(endpoint).of(refusal, reply, code);
        }
        try {
            return grant(replies.read(reply), now);
        } catch (MalformedJsonException e) {
            throw new Refusals(endpoint).notTableau(e.getMessage());
        }
    }

    // A proxy that wants a password, or a firewall's page.
    private static boolean isGateway(OutboundReply reply) {
        return reply.status() == 407
                || (reply.status() == 403 && reply.mediaType().equals("text/html"));
    }

    private UpstreamGrant grant(JsonFields answer, Instant now) {
        Secret accessToken = token(answer, "access_token");
        Secret refreshToken = token(answer, "refresh_token");
        Instant expiresAt = now.plusSeconds(lifeSeconds(answer));
        return new UpstreamGrant(
                hosts.fromOriginHost(answer.requiredText("origin_host")), accessToken, expiresAt, refreshToken);
    }

    private static Secret token(JsonFields answer, String name) {
        Secret token = Secret.of(answer.requiredText(name));
        if (!SessionToken.isSendable(token)) {
            throw new MalformedJsonException(name + " cannot be sent in a header");
        }
        return token;
    }

    private static long lifeSeconds(JsonFields answer) {
        long seconds =
                answer.number("expires_in").orElseThrow(() -> new MalformedJsonException("expires_in is missing"));
        if (seconds < 1 || seconds > MAX_LIFE_SECONDS) {
            throw new MalformedJsonException("expires_in is out of bounds");
        }
        return seconds;
    }
}
