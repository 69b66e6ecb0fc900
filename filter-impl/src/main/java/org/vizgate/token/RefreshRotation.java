package org.vizgate.token;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.vizgate.access.Blocked;
import org.vizgate.grant.EndReason;
import org.vizgate.grant.GrantEnding;
import org.vizgate.grant.RefreshGrant;
import org.vizgate.grant.RefreshGrants;
import org.vizgate.grant.RefreshGrants.Current;
import org.vizgate.grant.RefreshGrants.Found;
import org.vizgate.grant.RefreshGrants.Reused;
import org.vizgate.grant.RefreshGrants.Superseded;
import org.vizgate.grant.TableauGrant;
import org.vizgate.protocol.ErrorCode;
import org.vizgate.protocol.OAuthException;
import org.vizgate.protocol.ScopePolicy;
import org.vizgate.scope.Scopes;
import org.vizgate.web.Reply;

/**
 * The refresh_token grant (RFC 6749 section 6) with rotation (RFC 9700 section 4.14.2): (1) finds the grant and checks the
 * client, (2) leases it, (3) renews Tableau's tokens, (4) replaces the token by its successor. Others who come meanwhile
 * wait, and get the same successor.
 */
final class RefreshRotation {
    private static final long FIRST_WAIT_MILLIS = 20;
    private static final long LONGEST_WAIT_MILLIS = 250;
    private static final int MAX_WAITING = 64;

    private final RefreshGrants grants;
    private final GrantEnding ending;
    private final TableauRenewal renewal;
    private final RequestedResources resources;
    private final ScopePolicy scopePolicy;
    private final TokenReply reply;
    private final TokenLifetimes lifetimes;
    private final Blocked blocked;
    private final Semaphore room = new Semaphore(MAX_WAITING);

    RefreshRotation(
            RefreshGrants grants,
            GrantEnding ending,
            TableauRenewal renewal,
            RequestedResources resources,
            ScopePolicy scopePolicy,
            TokenReply reply,
            TokenLifetimes lifetimes,
            Blocked blocked) {
        this.grants = grants;
        this.ending = ending;
        this.renewal = renewal;
        this.resources = resources;
        this.scopePolicy = scopePolicy;
        this.reply = reply;
        this.lifetimes = lifetimes;
        this.blocked = blocked;
    }

    /** What the request asks of the grant, checked before anything is changed. */
    private record Wanted(List<String> resources, Scopes scopes) {}

    /** @throws OAuthException invalid_grant, or temporarily_unavailable with nothing consumed */
    Reply refresh(TokenRequest request) {
        String token = request.form().required("refresh_token");
        Optional<Reply> answer = look(token, request);
        return answer.isPresent() ? answer.get() : waiting(token, request);
    }

    private Optional<Reply> look(String token, TokenRequest request) {
        Found found = grants.find(token).orElseThrow(() -> invalid("unknown, expired or ended refresh token"));
        return answer(found, request);
    }

    // Somebody else is rotating the token. Waiting holds a thread of the container, so not everybody may.
    private Reply waiting(String token, TokenRequest request) {
        if (!room.tryAcquire()) {
            throw busy();
        }
        try {
            long left = lifetimes.refreshLease().toMillis();
            for (long wait = FIRST_WAIT_MILLIS; left > 0; wait = Math.min(2 * wait, LONGEST_WAIT_MILLIS)) {
                pause(wait);
                left -= wait;
                Optional<Reply> answer = look(token, request);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            throw busy();
        } finally {
            room.release();
        }
    }

    private static OAuthException busy() {
        return new OAuthException(
                ErrorCode.TEMPORARILY_UNAVAILABLE, "another refresh of the same token is under way, try again");
    }

    // Empty means: somebody else is rotating this token, or has done so meanwhile; look again in a moment.
    private Optional<Reply> answer(Found found, TokenRequest request) {
        if (found instanceof Reused reused) {
            ending.end(reused.grantId(), EndReason.REFRESH_TOKEN_REUSED, request.reference());
            throw invalid(
                    "a refresh token was used again after its rotation: its grant " + reused.grantId() + " is ended");
        }
        if (found instanceof Superseded superseded) {
            return Optional.of(successor(superseded, request));
        }
        Current current = (Current) found;
        Wanted wanted = check(current.grant(), request);
        return grants.lease(current, lifetimes.refreshLease()).flatMap(leased -> rotate(leased, wanted, request));
    }

    private Wanted check(RefreshGrant grant, TokenRequest request) {
        if (!request.client().owns(grant.approval().client(), grant.approval().clientAuthentication())) {
            throw invalid("the refresh token was issued to another client");
        }
        if (blocked.hasUser(grant.approval().tableau().user().id())) {
            ending.end(grant.id(), EndReason.USER_BLOCKED, request.reference());
            throw invalid("the user of the refresh token is blocked");
        }
        List<String> wanted = resources.of(request.form(), grant.approval().resources());
        Scopes scopes =
                scopePolicy.narrowed(grant.approval().scopes(), request.form().one("scope"));
        return new Wanted(wanted, scopes);
    }

    private Reply successor(Superseded superseded, TokenRequest request) {
        if (grants.find(superseded.token()).orElse(null) instanceof Current current) {
            Wanted wanted = check(current.grant(), request);
            return reply.of(request, current.grant(), superseded.token(), wanted.resources(), wanted.scopes());
        }
        throw invalid("the successor of a superseded refresh token has ended");
    }

    // Empty if the lease was lost to somebody who waited longer than it lives: that one's successor is ours, too.
    private Optional<Reply> rotate(Current leased, Wanted wanted, TokenRequest request) {
        RefreshGrant renewed = leased.grant().with(renewedTableau(leased, request));
        return grants.rotate(leased, renewed, lifetimes.refreshIdle(), lifetimes.refreshGrace())
                .map(successor -> reply.of(request, renewed, successor, wanted.resources(), wanted.scopes()));
    }

    private TableauGrant renewedTableau(Current leased, TokenRequest request) {
        try {
            return renewal.renew(leased.grant().approval().tableau());
        } catch (OAuthException e) {
            if (e.code() == ErrorCode.INVALID_GRANT) {
                ending.end(leased.grant().id(), EndReason.TABLEAU_REFUSED, request.reference());
            } else {
                grants.release(leased);
            }
            throw e;
        }
    }

    private static OAuthException invalid(String reason) {
        return new OAuthException(
                ErrorCode.INVALID_GRANT, "the refresh token is not valid (any more) for this request", reason);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OAuthException(ErrorCode.TEMPORARILY_UNAVAILABLE, "the server is stopping, try again later");
        }
    }
}
