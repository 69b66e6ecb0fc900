package org.vizgate.credential;

import java.net.URI;

import org.vizgate.session.Secret;
import org.vizgate.session.SessionHeader;
import org.vizgate.session.TableauSite;

/**
 * A session of one's own with Tableau's REST API: closing it signs out. Safe for use by several threads, but for
 * {@link #switchSite}, during which the others see either site.
 *
 * <p>Tableau ends a session on Cloud after two hours, or half an hour without a call, and on a Server as it is configured,
 * four hours as a rule. It is not renewed here: {@link TableauSignIn#keeping} does that. What is asked after {@link #close}
 * throws an {@link IllegalStateException}.
 */
public interface SignedInSession extends AutoCloseable {
    /** Scheme, host and port. */
    URI server();

    /** The version of the REST API that this session speaks. */
    ApiVersion apiVersion();

    /** The one site that the session belongs to. */
    TableauSite site();

    /** The LUID of the user that Tableau acts for: who signed in, or who is impersonated. */
    String userId();

    /** The session token: as good as a password while it lives. */
    Secret token();

    /** The header that each call to {@link #server()} needs. */
    SessionHeader header();

    /**
     * The address of a REST method.
     *
     * @param path below {@code /api/<version>}, starting with a slash, with its query if it has one
     */
    URI resource(String path);

    /**
     * Whose session this is, by Tableau's word; the best proof that it lives.
     *
     * @throws TableauException SESSION_LOST, if it has ended
     */
    CurrentSession current();

    /** @throws TableauException if Tableau does not say */
    ServerInfo serverInfo();

    /**
     * Goes on to another site of the same Tableau Server, with another token; the one before is not to be used any more. That
     * it is the site already is no error.
     *
     * @param contentUrl the part after {@code /#/site/} in a browser's address; empty for the Default site
     * @throws TableauException CONFIGURATION on Tableau Cloud, which has no such thing: sign in to the other site there
     */
    void switchSite(String contentUrl);

    /** Signs out and lets connections go. That the session has ended already, or nobody answers, is no error. */
    @Override
    void close();

    /** Another name for {@link #close}. */
    default void signOut() {
        close();
    }
}
