package org.vizgate.grant;

import org.vizgate.audit.AuditEvent;
import org.vizgate.audit.AuditLog;

/** Ends grants: no refresh token of theirs works any more, and no access token. Safe for use by several threads. */
public final class GrantEnding {
    private final RefreshGrants grants;
    private final Revocations revocations;
    private final AuditLog audit;

    public GrantEnding(RefreshGrants grants, Revocations revocations, AuditLog audit) {
        this.grants = grants;
        this.revocations = revocations;
        this.audit = audit;
    }

    /**
     * Ends a grant; no error if it has ended already.
     *
     * @param reference names the request that ends it
     */
    public void end(String grantId, EndReason reason, String reference) {
        try {
            revocations.revoke(grantId);
        } finally {
            // A store that is full takes no revocation, but it lets go of a grant.
            grants.remove(grantId);
        }
        audit.record(AuditEvent.GRANT_ENDED, reference)
                .because(reason.wireName())
                .with("grant", grantId)
                .write();
    }
}
