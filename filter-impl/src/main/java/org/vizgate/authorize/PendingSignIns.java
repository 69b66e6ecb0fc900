package org.vizgate.authorize;

import java.time.Duration;

import org.vizgate.grant.UsedStates;
import org.vizgate.page.ErrorPage;
import org.vizgate.page.PageException;
import org.vizgate.web.Call;
import org.vizgate.web.Reply;

/** Finds the sign-in that a callback belongs to, and lets one code of Tableau be used for it. */
final class PendingSignIns {
    private final BrowserCookies cookies;
    private final SealedRequests sealed;
    private final UsedStates usedStates;

    PendingSignIns(BrowserCookies cookies, SealedRequests sealed, UsedStates usedStates) {
        this.cookies = cookies;
        this.sealed = sealed;
        this.usedStates = usedStates;
    }

    /** @throws PageException if this browser has no such sign-in pending */
    PendingSignIn find(Call call) {
        return call.query()
                .one("state")
                .flatMap(state -> cookies.pending(call, state)
                        .flatMap(sealed::openPending)
                        .filter(found -> found.state().equals(state)))
                .orElseThrow(() -> new PageException(
                        ErrorPage.SIGN_IN_LOST, "a callback without a pending sign-in of this browser"));
    }

    /** @throws PageException if a code has come for this sign-in before */
    void spend(PendingSignIn pending) {
        if (!usedStates.use(pending.state(), pending.expiresAt())) {
            throw new PageException(ErrorPage.SIGN_IN_LOST, "a callback came for the second time");
        }
    }

    /** {@code reply} with the cookie of the sign-in removed. */
    Reply ended(PendingSignIn pending, Reply reply) {
        return reply.with(cookies.pending(pending.state(), "", Duration.ZERO));
    }
}
