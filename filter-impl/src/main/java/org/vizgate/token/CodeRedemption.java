package org.vizgate.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.vizgate.client.Client;
import org.vizgate.crypto.Pkce;
import org.vizgate.crypto.RandomTokens;
import org.vizgate.grant.AuthorizationCode;
import org.vizgate.grant.AuthorizationCodes;
import org.vizgate.grant.AuthorizationCodes.Found;
import org.vizgate.grant.AuthorizationCodes.Spent;
import org.vizgate.grant.AuthorizationCodes.Unspent;
import org.vizgate.grant.EndReason;
import org.vizgate.grant.GrantEnding;
import org.vizgate.grant.RefreshGrant;
import org.vizgate.grant.RefreshGrants;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.web.Parameters;
import org.vizgate.web.Reply;

/** The authorization_code grant (RFC 6749 section 4.1.3, RFC 7636 section 4.6): a code for tokens, once. */
final class CodeRedemption {
    private static final int GRANT_ID_BYTES = 16;

    private final AuthorizationCodes codes;
    private final RefreshGrants grants;
    private final GrantEnding ending;
    private final RequestedResources resources;
    private final TokenReply reply;
    private final TokenLifetimes lifetimes;
    private final RandomTokens random;
    private final Clock clock;

    CodeRedemption(
            AuthorizationCodes codes,
            RefreshGrants grants,
            GrantEnding ending,
            RequestedResources resources,
            TokenReply reply,
            TokenLifetimes lifetimes,
            RandomTokens random,
            Clock clock) {
        this.codes = codes;
        this.grants = grants;
        this.ending = ending;
        this.resources = resources;
        this.reply = reply;
        this.lifetimes = lifetimes;
        this.random = random;
        this.clock = clock;
    }

    /** @throws OAuthException invalid_grant, if the code is not this client's, or not any more */
    Reply redeem(TokenRequest request) {
        Parameters form = request.form();
        String text = form.required("code");
        String verifier = form.required("code_verifier");
        Unspent found = unspent(text, verifier, request);
        AuthorizationCode code = found.code();
        check(code, request.client(), form, verifier);
        List<String> wanted = resources.of(form, code.approval().resources());
        RefreshGrant grant = new RefreshGrant(
                random.text(GRANT_ID_BYTES), code.approval(), clock.instant().plus(lifetimes.refreshMaxAge()));
        String refreshToken = grants.create(grant, lifetimes.refreshIdle());
        spend(found, grant, text, verifier, request);
        return reply.of(request, grant, refreshToken, wanted, code.approval().scopes());
    }

    private Unspent unspent(String text, String verifier, TokenRequest request) {
        Optional<Found> found = codes.find(text);
        if (found.orElse(null) instanceof Unspent unspent) {
            return unspent;
        }
        if (found.orElse(null) instanceof Spent spent) {
            endIfProven(spent, verifier, request);
        }
        throw invalid("the code is unknown, expired or spent");
    }

    // Somebody else has the code and its verifier: what the first one got must not live on.
    private void endIfProven(Spent spent, String verifier, TokenRequest request) {
        if (Pkce.proves(verifier, spent.codeChallenge())) {
            ending.end(spent.grantId(), EndReason.CODE_REPLAYED, request.reference());
        }
    }

    private static void check(AuthorizationCode code, Client client, Parameters form, String verifier) {
        if (!client.owns(code.approval().client(), code.approval().clientAuthentication())) {
            throw invalid("the code was issued to another client");
        }
        // OAuth 2.1 has dropped the parameter, OAuth 2.0 wants it repeated: absent is fine, different is not.
        if (form.one("redirect_uri")
                .filter(uri -> !uri.equals(code.redirectUri()))
                .isPresent()) {
            throw invalid("the redirect_uri is not the one of the authorization request");
        }
        if (!Pkce.proves(verifier, code.codeChallenge())) {
            throw invalid("the code_verifier does not belong to the code_challenge");
        }
    }

    // Compare-and-set last: whoever only saw the code must not be able to burn it. When the store does not say how that
    // went, the grant is taken back: a code that is still there works once more, and one that is spent costs the user a
    // new sign-in. No order of writing saves that one. Its client cannot be told from a second one, who must end the
    // grant; and to note that the first one got no answer would take a write that may stay without an answer, too.
    private void spend(Unspent found, RefreshGrant grant, String text, String verifier, TokenRequest request) {
        Instant tombstoneEnd = clock.instant().plus(lifetimes.refreshIdle());
        boolean isFirst = false;
        try {
            isFirst = codes.spend(found, grant.id(), tombstoneEnd);
        } finally {
            if (!isFirst) {
                grants.remove(grant.id());
            }
        }
        if (!isFirst) {
            unspent(text, verifier, request);
            throw invalid("the code is unknown, expired or spent");
        }
    }

    private static OAuthException invalid(String reason) {
        return new OAuthException(ErrorCode.INVALID_GRANT, "the code is not valid (any more) for this request", reason);
    }
}
