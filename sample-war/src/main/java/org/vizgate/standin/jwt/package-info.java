/**
 * Signed JWTs as Tableau reads them, with what every Java has.
 *
 * <p>The door is {@link org.vizgate.standin.jwt.SignedJwt}. It knows two signatures, HS256 and RS256, and no claim.
 *
 * <p>Meant, although it may look odd: none of this is shared with the library that makes the JWTs. The stand-in is there to
 * find that library's mistakes, and could not if it made the same ones.
 */
@NullMarked
package org.vizgate.standin.jwt;

import org.jspecify.annotations.NullMarked;
