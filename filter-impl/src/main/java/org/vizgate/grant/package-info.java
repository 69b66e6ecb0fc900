/**
 * What the authorization server remembers: authorization codes, refresh grants, revoked grants, used sign-ins.
 *
 * <p>The only user of a {@link org.vizgate.spi.GrantStore}. Each class here is one protocol over the store's five
 * operations. Domain: imports ground and the store's interface, no OAuth feature and no Tableau client.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>A grant is one entry for its whole life, and rotation replaces it in place. So two successors of one refresh token
 *       cannot both be valid, whatever fails in between, and ending a grant is one removal.
 *   <li>The payload is sealed under the secret inside the token, which is written nowhere: whoever steals the store opens
 *       nothing. Only generation, lease and times are readable.
 *   <li>A refresh token carries a MAC as well. Reuse of an old token ends the whole grant, so a token must prove that it
 *       was really issued; an identifier alone, seen in a log or a dump, must not be able to sign a user out.
 *   <li>A spent code stays as a tombstone, so that a second use by somebody who knows the verifier can be answered by
 *       ending what the first one got (RFC 6749 section 4.1.2).
 *   <li>Within the grace time a superseded refresh token gives its own successor again, not a second one: the successor's
 *       text is kept, sealed under the superseded secret.
 * </ul>
 */
@NullMarked
package org.vizgate.grant;

import org.jspecify.annotations.NullMarked;
