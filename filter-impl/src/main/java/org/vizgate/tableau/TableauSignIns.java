package org.vizgate.tableau;

import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.TableauException;
import org.vizgate.json.Json;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;

/**
 * Signs programs in to Tableau (REST API reference, "Sign In"). Safe for use by several threads.
 *
 * <p>A sign-in is repeated only where Tableau cannot have looked at the credential: it was not reached, or is too busy. Two
 * more attempts are made then, each with a JWT of its own.
 */
public final class TableauSignIns {
    private static final System.Logger LOG = System.getLogger(TableauSignIns.class.getName());
    private static final Set<Integer> WORTH_REPEATING = Set.of(429, 502, 503, 504);
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);
    private static final long TOLERATED_SKEW_SECONDS = 30;

    private final HttpSender sender;
    private final TableauReplies replies;
    private final SignInBody bodies;
    private final ApiVersions versions;
    private final Pauses pauses;
    private final Clock clock;

    public TableauSignIns(
            HttpSender sender, Json json, SignInJwts jwts, ApiVersions versions, Pauses pauses, Clock clock) {
        this.sender = sender;
        this.replies = new TableauReplies(json);
        this.bodies = new SignInBody(json, jwts);
        this.versions = versions;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Signs in, after a look at what is known not to work.
     *
     * @throws TableauException CREDENTIALS_REJECTED, if Tableau refuses the credential or the site; others as they are
     */
    public NewSession signIn(SignInPlace place, TableauCredential credential) {
        SignInRules.checkPlace(place, credential);
        ApiVersion version = versions.of(place.server());
        SignInRules.checkVersion(place, credential, version);
        URI endpoint = place.server().resolve("/api/" + version + "/auth/signin");
        OutboundReply reply = attempts(endpoint, place, credential);
        Optional<Long> clockAhead = clockAhead(reply);
        warnOfClock(place, credential, clockAhead);
        if (reply.status() != 200) {
            throw refusal(reply, endpoint, SignInRules.advice(place, credential, clockAhead));
        }
        try {
            return RestAnswers.newSession(replies.read(reply), place.server(), version, place.contentUrl());
        } catch (MalformedJsonException e) {
            throw new Refusals(endpoint).notTableau(e.getMessage());
        }
    }

    private OutboundReply attempts(URI endpoint, SignInPlace place, TableauCredential credential) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == MAX_ATTEMPTS || Thread.currentThread().isInterrupted();
            try {
                OutboundReply reply =
                        sender.send(request(endpoint, place, credential).as("sign-in"));
                Duration asked = RetryAfter.of(reply).orElse(pause);
                if (last || !WORTH_REPEATING.contains(reply.status()) || asked.compareTo(LONGEST_PAUSE) > 0) {
                    return reply;
                }
                pauses.pause(asked);
            } catch (OutboundException e) {
                if (last || !(e.getCause() instanceof ConnectException)) {
                    throw Refusals.of(e);
                }
                pauses.pause(pause);
            }
            pause = pause.multipliedBy(2);
        }
    }

    private OutboundRequest request(URI endpoint, SignInPlace place, TableauCredential credential) {
        return OutboundRequest.post(
                endpoint,
                Map.of("Accept", TableauReplies.JSON),
                new OutboundRequest.Body(TableauReplies.JSON, bodies.of(place, credential)));
    }

    private TableauException refusal(OutboundReply reply, URI endpoint, String advice) {
        Optional<String> code = replies.errorCode(reply);
        Refusal refusal = Refusal.ofSignIn(reply.status(), code);
        return new Refusals(endpoint).of(refusal, reply, code, refusal == Refusal.SIGN_IN_REJECTED ? advice : "");
    }

    /** By how much our clock is ahead of the answer's, in seconds. */
    private Optional<Long> clockAhead(OutboundReply reply) {
        return reply.date()
                .map(theirs -> Duration.between(theirs, clock.instant()).toSeconds());
    }

    private static void warnOfClock(SignInPlace place, TableauCredential credential, Optional<Long> clockAhead) {
        if (SignInRules.signsJwts(credential)
                && clockAhead
                        .filter(seconds -> Math.abs(seconds) > TOLERATED_SKEW_SECONDS)
                        .isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "our clock differs from that of {0} by {1} seconds: it may refuse our JWTs, so set the clock",
                    place.server(),
                    clockAhead.get());
        }
    }
}
