package org.vizgate.credential;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.vizgate.session.SessionHeader;

/**
 * A session of one's own with Tableau Cloud Manager. Safe for use by several threads.
 *
 * <p>Cloud Manager ends a session four hours after its beginning, or half an hour after the last call. Both are known here:
 * instead of a call that must fail there is a new login, if the credential can do that: a {@link CloudManagerToken} can, and
 * so can {@link UnifiedAccess}. A {@link SignedJwt} cannot, and then the call is not made and fails as SESSION_LOST. The same
 * happens once when Cloud Manager answers that a session has ended earlier; the call is then repeated.
 *
 * <p>Every method that calls Cloud Manager throws a {@link TableauException} if that fails. What is asked after
 * {@link #close} throws an {@link IllegalStateException}.
 */
public interface CloudManagerSession extends AutoCloseable {
    /** Scheme, host and port. */
    URI server();

    /** The cloud administrator's id in Cloud Manager, which is not that of a user of a site. */
    String userId();

    /** What a unified access token's tenant claim has to say. */
    String tenantId();

    /**
     * How long the session lives on if nothing is called, by a clock that nobody sets: never more than half an hour, and zero
     * if it is over.
     */
    Duration remaining();

    /**
     * The header that calls of one's own to {@link #server()} need. Asking for it counts as a call, and signs in again if the
     * session is known to be over.
     */
    SessionHeader header();

    /**
     * The address of a REST method.
     *
     * @param path below {@code /api/v1}, starting with a slash, with its query if it has one
     */
    URI resource(String path);

    /** Trusts an issuer's key from now on. */
    StoredUatConfiguration create(UatConfiguration configuration);

    /** All configurations of the tenant, as one answer gives them. */
    List<StoredUatConfiguration> configurations();

    /** @throws TableauException NOT_FOUND, if there is none with this id */
    StoredUatConfiguration configuration(String id);

    /**
     * Replaces a configuration by another with the same id.
     *
     * @throws TableauException NOT_FOUND, if there is none with this id
     */
    void update(String id, UatConfiguration configuration);

    /** @throws TableauException NOT_FOUND, if there is none with this id */
    void delete(String id);

    /**
     * Makes one JWT worthless.
     *
     * @param jti the {@code jti} claim of a unified access token
     * @throws TableauException CONFIGURATION, unless {@link CloudManagerMethod#REVOKE_JWT} is set
     */
    void revoke(String jti);

    /**
     * Signs out, if {@link CloudManagerMethod#LOGOUT} is set, and lets connections go. That the session has ended already,
     * or nobody answers, is no error.
     */
    @Override
    void close();

    /** Another name for {@link #close}. */
    default void signOut() {
        close();
    }
}
