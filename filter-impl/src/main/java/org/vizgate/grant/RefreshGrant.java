package org.vizgate.grant;

import java.time.Instant;

/**
 * What a refresh token stands for (RFC 6749 section 6).
 *
 * @param id names the grant through all its rotations; access tokens carry it as {@code grant_id}
 * @param endsAt when the grant ends whatever its use
 */
public record RefreshGrant(String id, Approval approval, Instant endsAt) {
    /** The same grant after Tableau renewed its tokens. */
    public RefreshGrant with(TableauGrant renewed) {
        return new RefreshGrant(id, approval.with(renewed), endsAt);
    }
}
