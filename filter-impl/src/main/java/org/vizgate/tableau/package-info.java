/**
 * Tableau, as a client sees it: its REST API, and its authorization server as the upstream of ours.
 *
 * <p>Doors: {@link org.vizgate.tableau.TableauHosts} says which hosts a token may go to,
 * {@link org.vizgate.tableau.TableauAuthorization} gets and renews tokens, {@link org.vizgate.tableau.TableauRestClient} asks
 * who they belong to. {@link org.vizgate.tableau.TableauSignIns} signs programs in, {@link org.vizgate.tableau.SessionKeeper}
 * keeps a session for many, and {@link org.vizgate.tableau.ConfiguredSessions} one for each caller.
 * Whatever goes wrong is a {@link org.vizgate.credential.TableauException} of one of few kinds. Domain: imports {@code outbound},
 * {@code jose}, {@code json}, the application's types and the JDK, and nothing of our own OAuth server.
 *
 * <p>Meant, although it may look odd:
 *
 * <ul>
 *   <li>Answers are read as JSON or as XML, whatever was asked for: old servers and gateways answer in XML.
 *   <li>{@link org.vizgate.tableau.TableauHosts} compares the host Tableau names in a token answer again, although Tableau named
 *       it: the answer crosses proxies, and the next request to that host carries a session that is as good as a password.
 *   <li>A sign-in is repeated only where nobody can have looked at the credential, and each time with a new JWT; one that was
 *       refused is not sent again for half a minute, then for longer: repeating locks users out.
 *   <li>Two losses of a session in a short time are not answered with a third sign-in: with a personal access token two programs
 *       would take the session from each other for ever.
 *   <li>Ages are measured with a clock that never jumps, and what Tableau estimates of a session's life is not read: its units
 *       are not certain.
 *   <li>Messages show Tableau's error code, never its text or anything else of an answer: gateways like to echo what they got.
 * </ul>
 */
@NullMarked
package org.vizgate.tableau;

import org.jspecify.annotations.NullMarked;
