package org.vizgate.cloudmanager;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.vizgate.credential.CloudManagerMethod;
import org.vizgate.credential.CloudManagerSignIn;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.json.Json;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;
import org.vizgate.outbound.OutboundRequest.Body;
import org.vizgate.session.Secret;
import org.vizgate.tableau.Refusals;

/** Asks Cloud Manager one thing at a time, and repeats nothing. Safe for use by several threads. */
final class CloudManagerClient {
    static final String SESSION_HEADER = "x-tableau-session-token";
    private static final String JSON = "application/json";
    private static final Duration LOGOUT_DEADLINE = Duration.ofSeconds(3);

    private final CloudManagerSignIn where;
    private final HttpSender sender;
    private final Json json;
    private final CloudAnswers answers;

    CloudManagerClient(CloudManagerSignIn where, HttpSender sender, Json json) {
        this.where = where;
        this.sender = sender;
        this.json = json;
        this.answers = new CloudAnswers(json);
    }

    URI server() {
        return where.server();
    }

    /**
     * @param token empty for a login
     * @param reading throws {@link MalformedJsonException} if the answer is none of Cloud Manager
     * @throws TableauException SESSION_LOST, if the token is dead
     */
    <T> T ask(Question question, Optional<Secret> token, Function<OutboundReply, T> reading) {
        OutboundRequest request = request(question, call(question.method()), token);
        OutboundReply reply = send(request);
        if (reply.status() / 100 != 2) {
            Optional<String> code = answers.errorCode(reply);
            throw refused(request, CloudRefusal.of(reply.status(), code, token.isPresent()), reply, code);
        }
        try {
            return reading.apply(reply);
        } catch (MalformedJsonException e) {
            throw refused(request, CloudRefusal.FOREIGN, reply, Optional.empty());
        }
    }

    /** As well as it can, and only if it is known how. */
    void logout(Secret token) {
        Question question = Question.of(CloudManagerMethod.LOGOUT);
        where.call(CloudManagerMethod.LOGOUT).ifPresent(call -> {
            try {
                sender.send(request(question, call, Optional.of(token)), LOGOUT_DEADLINE);
            } catch (OutboundException e) {
                // The session ends by itself; whoever logs out can do no more about it.
            }
        });
    }

    CloudAnswers answers() {
        return answers;
    }

    private CloudManagerMethod.Call call(CloudManagerMethod method) {
        return where.call(method)
                .orElseThrow(() -> new TableauException(
                        Kind.CONFIGURATION,
                        method + " is off, because Tableau does not document its path: set it with"
                                + " CloudManagerSignIn.calling(CloudManagerMethod." + method + ", \"VERB /path\")"));
    }

    private OutboundRequest request(Question question, CloudManagerMethod.Call call, Optional<Secret> token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", JSON);
        token.ifPresent(value -> headers.put(SESSION_HEADER, value.reveal()));
        Optional<Body> body = question.body(call).map(members -> new Body(JSON, json.write(members)));
        return new OutboundRequest(call.verb(), where.server().resolve(question.path(call)), headers, body);
    }

    private OutboundReply send(OutboundRequest request) {
        try {
            return sender.send(request);
        } catch (OutboundException e) {
            throw Refusals.of(e);
        }
    }

    private static TableauException refused(
            OutboundRequest request, CloudRefusal refusal, OutboundReply reply, Optional<String> code) {
        return new Refusals(request.uri()).of(refusal.kind, refusal.advice, reply, code);
    }
}
