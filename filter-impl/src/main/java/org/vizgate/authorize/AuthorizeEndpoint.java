package org.vizgate.authorize;

import java.util.List;
import java.util.Optional;

import org.vizgate.authorize.AuthorizationRequestReader.Trusted;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Call;
import org.vizgate.web.Endpoint;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;

/** The authorization endpoint (RFC 6749 section 3.1): checks the request and asks for consent. */
public final class AuthorizeEndpoint implements Endpoint {
    private final AuthorizationRequestReader reader;
    private final AuthorizationReply replies;
    private final Consent consent;
    private final TableauSignIn signIn;

    AuthorizeEndpoint(
            AuthorizationRequestReader reader, AuthorizationReply replies, Consent consent, TableauSignIn signIn) {
        this.reader = reader;
        this.replies = replies;
        this.consent = consent;
        this.signIn = signIn;
    }

    @Override
    public Reply handle(Call call) {
        Parameters parameters = call.method().equals("POST") ? Parameters.parse(call.body()) : call.query();
        Trusted trusted = reader.trusted(parameters);
        try {
            AuthorizationRequest request = reader.read(trusted, parameters);
            if (consent.isNotNeeded(request)) {
                return signIn.begin(request, Optional.empty(), call);
            }
            Optional<String> user = wantsToBeAsked(parameters) ? Optional.empty() : consent.remembered(request, call);
            return user.isPresent() ? signIn.begin(request, user, call) : consent.ask(request, Optional.empty(), call);
        } catch (OAuthException e) {
            return replies.error(trusted.redirectUri(), trusted.state(), e.error());
        }
    }

    // OpenID Connect Core section 3.1.2.1. Its other values are Tableau's to decide on, and are ignored.
    private static boolean wantsToBeAsked(Parameters parameters) {
        return parameters.all("prompt").stream()
                .anyMatch(values -> List.of(values.split(" ")).contains("consent"));
    }
}
