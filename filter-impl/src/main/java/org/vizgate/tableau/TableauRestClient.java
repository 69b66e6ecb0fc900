package org.vizgate.tableau;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.vizgate.credential.CurrentSession;
import org.vizgate.credential.ServerInfo;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.TableauException.Kind;
import org.vizgate.json.Json;
import org.vizgate.json.MalformedJsonException;
import org.vizgate.outbound.HttpSender;
import org.vizgate.outbound.OutboundException;
import org.vizgate.outbound.OutboundReply;
import org.vizgate.outbound.OutboundRequest;
import org.vizgate.session.Secret;

/**
 * Tableau's REST API, as far as a gate needs it (REST API reference, "Server Methods" and "Authentication Methods"). Safe for
 * use by several threads.
 */
public final class TableauRestClient {
    private static final System.Logger LOG = System.getLogger(TableauRestClient.class.getName());
    private static final Pattern API_VERSION = Pattern.compile("[0-9]{1,2}\\.[0-9]{1,3}");
    private static final Duration SIGN_OUT_DEADLINE = Duration.ofSeconds(3);

    private final HttpSender sender;
    private final TableauReplies replies;
    private final String root;

    /**
     * @param apiVersion such as {@code 3.24}, part of each path
     * @throws IllegalArgumentException if it is no version
     */
    public TableauRestClient(HttpSender sender, Json json, String apiVersion) {
        if (!API_VERSION.matcher(apiVersion).matches()) {
            throw new IllegalArgumentException("TABLEAU_API_VERSION must be a version such as 3.24");
        }
        this.sender = sender;
        this.replies = new TableauReplies(json);
        this.root = "/api/" + apiVersion;
    }

    /** Which Tableau answers at {@code server}; needs no session. */
    public ServerInfo serverInfo(URI server) {
        URI endpoint = server.resolve(root + "/serverinfo");
        OutboundReply reply = send(OutboundRequest.get(endpoint, Map.of("Accept", "application/json")));
        if (reply.status() != 200) {
            Optional<String> code = replies.errorCode(reply);
            throw new Refusals(endpoint).of(Refusal.ofAnyCall(reply.status(), code), reply, code);
        }
        try {
            return RestAnswers.serverInfo(replies.read(reply));
        } catch (MalformedJsonException e) {
            throw new Refusals(endpoint).notTableau(e.getMessage());
        }
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
        URI endpoint = server.resolve(root + "/sessions/current");
        OutboundReply reply = send(OutboundRequest.get(endpoint, SessionToken.headers(token)));
        if (reply.status() != 200) {
            Optional<String> code = replies.errorCode(reply);
            throw new Refusals(endpoint).of(Refusal.ofSessionCall(reply.status(), code), reply, code);
        }
        try {
            return RestAnswers.currentSession(replies.read(reply));
        } catch (MalformedJsonException e) {
            throw new Refusals(endpoint).notTableau(e.getMessage());
        }
    }

    /** Ends a session, as well as it can: whether it was dead already, or nobody answers, is no error. */
    public void signOut(URI server, Secret token) {
        if (!SessionToken.isSendable(token)) {
            return;
        }
        URI endpoint = server.resolve(root + "/auth/signout");
        try {
            sender.send(
                    new OutboundRequest("POST", endpoint, SessionToken.headers(token), Optional.empty()),
                    SIGN_OUT_DEADLINE);
        } catch (OutboundException e) {
            // The session ends by itself; whoever signs out can do no more about it.
            LOG.log(Level.DEBUG, e::getMessage);
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
