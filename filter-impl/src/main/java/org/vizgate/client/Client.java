package org.vizgate.client;

import java.util.List;
import java.util.Optional;

import org.vizgate.crypto.Digests;

/**
 * A client that this server knows.
 *
 * @param id its {@code client_id}
 * @param name what it calls itself, for people; not proven, and empty when it did not say
 * @param redirectUris where it may be answered; empty for a client that only uses {@code client_credentials}
 * @param isConfigured whether an administrator named it, rather than itself
 */
public record Client(
        String id, String name, List<String> redirectUris, ClientAuthenticationMethod method, boolean isConfigured) {
    private static final int LONGEST_REFERENCE = 64;

    public Client {
        redirectUris = List.copyOf(redirectUris);
    }

    /** The id if it is short, else its digest: what tokens, cookies and grants name the client by. */
    public String reference() {
        return referenceOf(id);
    }

    static String referenceOf(String id) {
        return id.length() <= LONGEST_REFERENCE ? id : Digests.brief(id);
    }

    /** The host that published the client's metadata document, which proves that the client is that host's. */
    public Optional<String> provenHost() {
        return isConfigured ? Optional.empty() : DocumentAddress.parse(id).map(DocumentAddress::host);
    }

    /**
     * Whether a grant is this client's.
     *
     * @param client the reference of the client that got it
     * @param clientAuthentication how that client proved itself then; a client that had a secret must still have one
     */
    public boolean owns(String client, String clientAuthentication) {
        boolean wasPublic = ClientAuthenticationMethod.NONE.wireName().equals(clientAuthentication);
        return reference().equals(client) && isPublic() == wasPublic;
    }

    public boolean isPublic() {
        return method == ClientAuthenticationMethod.NONE;
    }

    /** Whether the client may be answered at {@code uri} (RFC 9700 section 2.1, RFC 8252 section 7.3). */
    public boolean allowsRedirectTo(String uri) {
        return redirectUris.stream().anyMatch(registered -> RedirectUris.matches(registered, uri));
    }

    /** The redirect of a client that has exactly one, for requests that name none (RFC 6749 section 3.1.2.3). */
    public Optional<String> onlyRedirect() {
        return redirectUris.size() == 1 ? Optional.of(redirectUris.get(0)) : Optional.empty();
    }
}
