/**
 * The browser's way through a sign-in: authorize, consent, Tableau, callback.
 *
 * <p>The doors are the three endpoints. Feature: imports {@code client}, the domain and ground.
 *
 * <p>Nothing is kept on the server while a person reads a page. The request travels sealed: first in the consent form,
 * bound to the browser by a cookie, then, after consent, in a cookie of its own whose random name is the {@code state} sent
 * to Tableau. So requests that no code comes back for fill no memory, any node can answer any step, and a callback works
 * only in the browser that gave consent.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>Until client and redirect URI are trusted an error is a page, afterwards it is a redirect with {@code error},
 *       {@code state} and {@code iss} (RFC 6749 section 4.1.2.1, RFC 9207).
 *   <li>At the callback {@code state} is checked before {@code error} is looked at: an error of a stranger is not ours.
 *   <li>The cookie of a pending sign-in is set by the consent form's POST and not by opening the page, so that a link
 *       cannot begin a sign-in that a person did not want; only a consent that was given before, or by an administrator,
 *       lets a link begin one.
 *   <li>Consent is remembered for a user, although the user is known only after Tableau answered: if somebody else signed
 *       in, that session is ended and the page is shown after all. It is never remembered where any program could be the
 *       one that gets the answer: loopback and private-use redirects (RFC 8252 section 8.6).
 *   <li>{@code prompt=consent} shows the page although consent is remembered; the other values of {@code prompt} are
 *       ignored, because whether a person signs in anew is decided at Tableau.
 *   <li>Sites are compared by content URL only. A display name could be another site's content URL.
 *   <li>Scopes that are not known are left out, and the token endpoint says what was granted: clients ask for
 *       {@code openid} and the like out of habit. Only a request of which nothing is left is refused.
 * </ul>
 */
@NullMarked
package org.vizgate.authorize;

import org.jspecify.annotations.NullMarked;
