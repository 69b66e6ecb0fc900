/**
 * Tableau's own OAuth endpoints: sign-in in the browser, and tokens for it.
 *
 * <p>The door is {@link org.vizgate.standin.oauth.OAuthServer}. A call to {@code /oauth2/v1/auth} becomes an
 * {@code AuthorizationRequest} or a refusal; a person (or a script) chooses a user; the code that comes of it is exchanged
 * at {@code /oauth2/v1/token} for a session token and a refresh token.
 *
 * <h2>Signing in without a browser</h2>
 *
 * <p>The sign-in form is a POST to the very URL of the authorization request, with these fields:
 *
 * <ul>
 *   <li>{@code standin_user}: a sign-in name or a LUID
 *   <li>{@code standin_site}: the site's contentUrl; needed when the name exists on several sites
 *   <li>{@code standin_deny=true}: the person says no
 *   <li>{@code standin_signout=true}: the browser forgets who it was, and the page is shown again
 * </ul>
 *
 * <p>So one call is enough: {@code curl -d standin_user=jo@corp.example -d standin_site=sales "$url"}. A stand-in that may
 * be controlled takes the first three as parameters of the URL too and answers the GET with the redirect at once.
 *
 * <p>Meant, although it may look odd: any use of a code spends it, even one that fails, and there is no list of clients,
 * because Tableau has none. {@code client_id} is a UUID the client made up.
 */
@NullMarked
package org.vizgate.standin.oauth;

import org.jspecify.annotations.NullMarked;
