package org.vizgate.credential;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Where to sign in to Tableau's REST API. Immutable; every method returns a new one.
 *
 * <pre>{@code
 * try (SignedInSession tableau = TableauSignIn.to(URI.create("https://tableau.corp.example"))
 *         .site("sales")
 *         .with(new PersonalAccessToken("nightly", secret))) {
 *     tableau.resource("/sites/" + tableau.site().id() + "/workbooks");
 * }
 * }</pre>
 *
 * @param server scheme, host and port; on Tableau Cloud the pod, such as {@code https://prod-ca-a.online.tableau.com}
 * @param contentUrl of the site; empty for the Default site of a Server
 * @param impersonatedUser the LUID of a user to act as: Tableau Server, and server administrators, only
 * @param apiVersion to speak; empty to ask the server for its newest
 */
public record TableauSignIn(
        URI server,
        String contentUrl,
        Optional<String> impersonatedUser,
        Optional<ApiVersion> apiVersion,
        Transport transport) {
    public TableauSignIn {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(contentUrl, "contentUrl");
        impersonatedUser.ifPresent(luid -> Texts.require(luid, "the LUID of the user to act as"));
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(transport, "transport");
    }

    /** The Default site of {@code server}. */
    public static TableauSignIn to(URI server) {
        return new TableauSignIn(server, "", Optional.empty(), Optional.empty(), Transport.usual());
    }

    /**
     * Another site.
     *
     * @param content the part after {@code /#/site/} in a browser's address; not the site's name
     */
    public TableauSignIn site(String content) {
        return new TableauSignIn(server, content, impersonatedUser, apiVersion, transport);
    }

    public TableauSignIn impersonating(String userLuid) {
        return new TableauSignIn(server, contentUrl, Optional.of(userLuid), apiVersion, transport);
    }

    public TableauSignIn apiVersion(String version) {
        return new TableauSignIn(server, contentUrl, impersonatedUser, Optional.of(ApiVersion.of(version)), transport);
    }

    public TableauSignIn over(Transport other) {
        return new TableauSignIn(server, contentUrl, impersonatedUser, apiVersion, other);
    }

    /** As {@link #over} a transport that trusts these certificates as well. */
    public TableauSignIn trusting(String certificatesPem) {
        return over(transport.trusting(certificatesPem));
    }

    /**
     * Signs in. The session holds connections of its own, so keep one rather than signing in for each call.
     *
     * @throws TableauException if that is not possible; its kind and its message say what to do
     * @throws IllegalArgumentException if an address, a proxy or a certificate cannot be used
     */
    public SignedInSession with(TableauCredential credential) {
        return Connectors.connector().signIn(this, credential);
    }

    /**
     * As {@link #with}, for programs that run long: nobody signs in yet, and the session is renewed as long as it is kept.
     *
     * @throws TableauException CONFIGURATION, if the address cannot be one
     * @throws IllegalArgumentException if a proxy or a certificate cannot be used
     */
    public KeptSession keeping(TableauCredential credential) {
        return Connectors.connector().keep(this, credential);
    }

    /**
     * Which Tableau answers at the address; needs no credential.
     *
     * @throws TableauException if none does
     */
    public ServerInfo serverInfo() {
        return Connectors.connector().serverInfo(this);
    }
}
