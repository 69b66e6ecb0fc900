package org.vizgate.security;

import java.io.IOException;

import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.vizgate.servlet.EarlyIdentification;

/**
 * Tells a container with Jakarta Security who is calling, so that {@code SecurityContext}, {@code @RolesAllowed} and
 * enterprise beans know the caller and the scopes.
 *
 * <p>An application switches it on with a class of its own:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Gate extends TableauAuthenticationMechanism {}
 * }</pre>
 *
 * <p>The caller is a {@link org.vizgate.session.TableauCaller}, its groups are the granted scopes. A granted wildcard adds
 * the scopes it covers, as far as {@code OAUTH_SCOPES_SUPPORTED} or {@code OAUTH_SCOPE_RULES} name them. Whoever has to be
 * refused gets the gate's answers, with its challenge. The filter remains: it takes over what was found out here, and
 * checks scope rules. Wherever the filter is mapped to, every path that is not public needs a caller then.
 *
 * <p>Nothing is kept in an HTTP session: each request is authenticated by what it brings. Safe for use by several threads.
 */
public class TableauAuthenticationMechanism implements HttpAuthenticationMechanism {
    /**
     * Finds out who sends the request.
     *
     * @throws AuthenticationException if an answer cannot be written, or the container does not accept the caller
     * @throws IllegalStateException if no gate was started in the application
     */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        EarlyIdentification found = identify(request, response, context);
        if (found.isAnswered()) {
            return AuthenticationStatus.SEND_FAILURE;
        }
        if (found.caller().isEmpty()) {
            return context.doNothing();
        }
        try {
            return context.notifyContainerAboutLogin(found.caller().get(), found.roles());
        } catch (IllegalStateException e) {
            throw new AuthenticationException(
                    "The container does not take the caller from Vizgate, because its own realm of users does not know the"
                            + " name. On WildFly, set integrated-jaspi=false for the application-security-domain.",
                    e);
        }
    }

    private static EarlyIdentification identify(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            EarlyIdentification found = EarlyIdentification.of(
                    request, response, context.isProtected() || context.isAuthenticationRequest());
            if (found.isAnswered()) {
                // Containers put a page of their own in place of an answer that is not under way.
                response.flushBuffer();
            }
            return found;
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }
}
