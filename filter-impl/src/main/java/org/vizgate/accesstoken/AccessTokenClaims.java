package org.vizgate.accesstoken;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.vizgate.scope.Scopes;

/**
 * What an access token says (RFC 9068 section 2.2).
 *
 * @param tokenId {@code jti}, never empty; for a token of the peer, which has none, a digest of the token
 * @param subject {@code sub}, never empty: the Tableau user's LUID; for a token of the peer the user's name; for a client
 *     that acts for itself the client
 * @param clientId {@code client_id}, never empty
 * @param grantId which grant the token came from; empty when it came from none
 * @param audience {@code aud}, never empty: every resource the token is for
 * @param issuedAt {@code iat}, in whole seconds (fractions are cut off)
 * @param expiresAt {@code exp}, in whole seconds; from that instant on the token is void
 * @param tableau the Tableau session it carries, if any
 * @param user who signed in, if it carries none; empty, too, for a client that acts for itself
 */
public record AccessTokenClaims(
        String tokenId,
        String subject,
        String clientId,
        String grantId,
        List<String> audience,
        Scopes scopes,
        Instant issuedAt,
        Instant expiresAt,
        Optional<TableauClaims> tableau,
        Optional<UserClaims> user) {
    /** @throws IllegalArgumentException if one that is never empty is */
    public AccessTokenClaims {
        if (tokenId.isEmpty() || subject.isEmpty() || clientId.isEmpty() || audience.isEmpty()) {
            throw new IllegalArgumentException("jti, sub, client_id or aud is empty");
        }
        Objects.requireNonNull(grantId, "grantId");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(tableau, "tableau");
        Objects.requireNonNull(user, "user");
        audience = List.copyOf(audience);
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Of a token that says nothing of a user but what its Tableau session says. */
    public AccessTokenClaims(
            String tokenId,
            String subject,
            String clientId,
            String grantId,
            List<String> audience,
            Scopes scopes,
            Instant issuedAt,
            Instant expiresAt,
            Optional<TableauClaims> tableau) {
        this(tokenId, subject, clientId, grantId, audience, scopes, issuedAt, expiresAt, tableau, Optional.empty());
    }

    /** Who signed in at Tableau; empty for a client that acts for itself. */
    public Optional<UserClaims> signedInUser() {
        return user.or(() -> tableau.filter(session -> !session.userName().isEmpty())
                .map(session -> new UserClaims(session.userName(), session.siteContentUrl())));
    }

    /**
     * Whether the audience names {@code resource} (RFC 8707 section 2). A URL of a host only is the same with and without
     * its slash ({@code https://h} and {@code https://h/}, RFC 3986 section 6.2.3); all else is compared letter by letter.
     */
    public boolean isFor(String resource) {
        String wanted = withoutHostSlash(resource);
        return audience.stream().anyMatch(name -> withoutHostSlash(name).equals(wanted));
    }

    /** The end of the token or of the Tableau session in it, whichever comes first. */
    public Instant usableUntil() {
        // Asked at every request, so without a lambda.
        return tableau.isPresent() && tableau.get().expiresAt().isBefore(expiresAt)
                ? tableau.get().expiresAt()
                : expiresAt;
    }

    private static String withoutHostSlash(String url) {
        int authority = url.indexOf("://") + 3;
        int last = url.length() - 1;
        boolean hostOnly = authority > 3 && last > authority && url.indexOf('/', authority) == last;
        return hostOnly && url.indexOf('?') < 0 && url.indexOf('#') < 0 ? url.substring(0, last) : url;
    }
}
