package org.vizgate.tableau;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.CurrentSession;
import org.vizgate.credential.ServerInfo;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.json.Json;
import org.vizgate.json.JsonFields;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;
import org.vizgate.session.Secret;

/**
 * Tableau's REST API, as far as sessions need it (REST API reference, "Server Methods" and "Authentication Methods"). Safe for
 * use by several threads.
 */
public final class TableauRestClient {
    /** The header that carries a session. */
    public static final String SESSION_HEADER = "X-Tableau-Auth";

    private static final System.Logger LOG = System.getLogger(TableauRestClient.class.getName());
    private static final Duration SIGN_OUT_DEADLINE = Duration.ofSeconds(3);
    private static final String ALREADY_THERE = "403070";
    /** The first version that has serverinfo, and so the one in which to ask for others. */
    private static final ApiVersion OLDEST = new ApiVersion(2, 4);

    private static final ApiVersion FIRST_WITH_SWITCH = new ApiVersion(2, 6);

    private final HttpSender sender;
    private final Json json;
    private final TableauReplies replies;
    private final ApiVersions versions;

    /** @param apiVersion to speak, part of each path; empty to ask each server for its newest */
    public TableauRestClient(HttpSender sender, Json json, Optional<ApiVersion> apiVersion, Clock clock) {
        this.sender = sender;
        this.json = json;
        this.replies = new TableauReplies(json);
        this.versions = new ApiVersions(apiVersion, this::serverInfo, clock);
    }

    /** What is known of the servers that were asked here. */
    public ApiVersions versions() {
        return versions;
    }

    /** Which Tableau answers at {@code server}; needs no session. */
    public ServerInfo serverInfo(URI server) {
        URI endpoint = server.resolve("/api/" + OLDEST + "/serverinfo");
        OutboundReply reply = send(OutboundRequest.get(endpoint, Map.of("Accept", TableauReplies.JSON))
                .as("server-info"));
        if (reply.status() != 200) {
            Optional<String> code = replies.errorCode(reply);
            throw new Refusals(endpoint).of(Refusal.ofAnyCall(reply.status(), code), reply, code);
        }
        return read(reply, endpoint, RestAnswers::serverInfo);
    }

    /**
     * Whose session a token is, by Tableau's own word; the best proof that it lives.
     *
     * @param server where the token may be sent: {@link TableauHosts} must have allowed it
     * @throws TableauException SESSION_LOST, if the token is dead
     */
    public CurrentSession currentSession(URI server, Secret token) {
        if (!SessionToken.isSendable(token)) {
            throw new TableauException(Kind.SESSION_LOST, "what was sent as a Tableau session token cannot be one");
        }
        URI endpoint = server.resolve("/api/" + versions.orUsual(server) + "/sessions/current");
        OutboundReply reply =
                send(OutboundRequest.get(endpoint, SessionToken.headers(token)).as("current-session"));
        requireSuccess(reply, endpoint);
        return read(reply, endpoint, RestAnswers::currentSession);
    }

    /**
     * Exchanges a session for one on another site of the same Tableau Server. Empty if it is there already.
     *
     * @throws TableauException CONFIGURATION, if the server has no such thing
     */
    public Optional<NewSession> switchSite(NewSession session, String contentUrl) {
        SignInRules.checkSwitch(session.server(), session.apiVersion(), FIRST_WITH_SWITCH);
        URI endpoint = session.server().resolve("/api/" + session.apiVersion() + "/auth/switchSite");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("site", SignInBody.site(contentUrl));
        OutboundReply reply = send(OutboundRequest.post(
                        endpoint,
                        SessionToken.headers(session.token()),
                        new OutboundRequest.Body(TableauReplies.JSON, json.write(body)))
                .as("switch-site"));
        if (replies.errorCode(reply).filter(ALREADY_THERE::equals).isPresent()) {
            return Optional.empty();
        }
        requireSuccess(reply, endpoint);
        return Optional.of(read(
                reply,
                endpoint,
                answer -> RestAnswers.newSession(answer, session.server(), session.apiVersion(), contentUrl)));
    }

    /** Ends a session, as well as it can: whether it was dead already, or nobody answers, is no error. */
    public void signOut(URI server, Secret token) {
        if (!SessionToken.isSendable(token)) {
            return;
        }
        URI endpoint = server.resolve("/api/" + versions.orUsual(server) + "/auth/signout");
        try {
            sender.send(
                    new OutboundRequest("POST", endpoint, SessionToken.headers(token), Optional.empty()).as("sign-out"),
                    SIGN_OUT_DEADLINE);
        } catch (OutboundException e) {
            // The session ends by itself; whoever signs out can do no more about it.
            LOG.log(Level.DEBUG, e::getMessage);
        }
    }

    private void requireSuccess(OutboundReply reply, URI endpoint) {
        if (reply.status() != 200) {
            Optional<String> code = replies.errorCode(reply);
            throw new Refusals(endpoint).of(Refusal.ofSessionCall(reply.status(), code), reply, code);
        }
    }

    private <T> T read(OutboundReply reply, URI endpoint, Function<JsonFields, T> reading) {
        try {
            return reading.apply(replies.read(reply));
        } catch (MalformedJsonException e) {
            throw new Refusals(endpoint).notTableau(e.getMessage());
        }
    }

    private OutboundReply send(OutboundRequest request) {
        try {
            return sender.send(request);
        } catch (OutboundException e) {
            throw Refusals.of(e);
        }
    }
}
