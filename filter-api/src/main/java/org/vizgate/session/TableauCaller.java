package org.vizgate.session;

import java.security.Principal;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.ServletRequest;

import org.vizgate.scope.Scopes;

/**
 * The caller of the current request, proven by an access token.
 *
 * <p>It is also the request's {@link Principal}. Immutable, safe for use by several threads; its {@code toString} shows no
 * secret.
 */
public interface TableauCaller extends Principal {
    /** The caller of {@code request}, or empty: on a public path without a valid token, and outside the gate. */
    static Optional<TableauCaller> of(ServletRequest request) {
        return request.getAttribute(RequestAttributes.CALLER) instanceof TableauCaller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /**
     * Who is calling, stable and unique: the Tableau user's LUID ({@code sub} of RFC 9068 section 2.2); for a client that acts
     * for itself, {@link #clientId()}.
     */
    String subject();

    /**
     * The principal's name: the Tableau user name when the gate is locked to one site, otherwise {@link #subject()},
     * because one user name can belong to two people on two sites.
     */
    @Override
    String getName();

    /** The OAuth client that holds the access token ({@code client_id} of RFC 9068 section 2.2), or its digest. */
    String clientId();

    /** What the client was allowed ({@code scope} of RFC 9068 section 2.2.3); may be empty. */
    Scopes scopes();

    /** When the access token ends. */
    Instant expiresAt();

    /** The Tableau session for this request. */
    TableauSession session();
}
