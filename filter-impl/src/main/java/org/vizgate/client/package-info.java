/**
 * Who may ask for tokens: configured clients, dynamically registered ones, those that publish a document about themselves,
 * and how each proves who it is.
 *
 * <p>The doors are {@link org.vizgate.client.Clients} and {@link org.vizgate.client.ClientAuthentication}. Feature: imports
 * ground; {@code authorize} and {@code token} import it.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>A registration is sealed into the {@code client_id} (RFC 7591 appendix A.5.2). So it survives restarts, is known to
 *       every node, and strangers who register a million clients fill nothing. A client secret is derived from the id.
 *       To be short, the registration is deflated with a dictionary before it is sealed: with a name and 1, 3 or 10
 *       redirect URIs on one https host an id has 107, 119 or 152 characters (184, 280 and 618 without deflating). Salt and
 *       tag alone are 54 of them. URIs that have nothing in common make it longer; beyond 1,024 characters they are
 *       refused.
 *   <li>A native client may register https redirects beside loopback and private-use ones (RFC 8252 section 7.2): desktop
 *       editors register the address of their web edition too.
 *   <li>A confidential client may send its secret either way, whichever method it registered; when both are sent, the
 *       body's count. That is what clients of the TypeScript peer rely on.
 *   <li>A client that is named by the address of its metadata document is looked at when a sign-in begins and not again: the
 *       token endpoint knows it by its id alone, and what was allowed is in the grant.
 * </ul>
 */
@NullMarked
package org.vizgate.client;

import org.jspecify.annotations.NullMarked;
