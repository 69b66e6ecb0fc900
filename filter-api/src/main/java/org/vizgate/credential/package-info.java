/**
 * Signing in to Tableau from Java: every credential that Tableau takes, and the session that comes of it.
 *
 * <p>The doors are {@link org.vizgate.credential.TableauSignIn}, for sites and servers, and
 * {@link org.vizgate.credential.CloudManagerSignIn}, for Tableau Cloud Manager. They need filter-impl on the class path at run
 * time and no servlet container. Whatever goes wrong is a {@link org.vizgate.credential.TableauException} of one of few kinds,
 * whose message says what to do.
 *
 * <p>Meant, although it may look odd:
 *
 * <ul>
 *   <li>The session here is another type than {@link org.vizgate.session.TableauSession}, the view that a request gets: who
 *       signed in also signs out, so only this one can be closed.
 *   <li>A connected app and a unified access token are keys with which we sign JWTs, a new one for each sign-in; a
 *       {@link org.vizgate.credential.SignedJwt} is a JWT that somebody else has signed, good for one sign-in or a few.
 *   <li>Credentials are plain values. What they are turned into, and how it travels, is known to filter-impl alone, found
 *       by {@link java.util.ServiceLoader} as a {@link org.vizgate.credential.TableauConnector}.
 *   <li>A session of a site is renewed only where that is asked for ({@link org.vizgate.credential.TableauSignIn#keeping}), one
 *       of Cloud Manager always: its calls are all made here, where it is known that they can be repeated.
 * </ul>
 */
@NullMarked
package org.vizgate.credential;

import org.jspecify.annotations.NullMarked;
