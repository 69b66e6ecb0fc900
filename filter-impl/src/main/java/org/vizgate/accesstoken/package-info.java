/**
 * Access tokens: what they say, how they are issued, and the proof that one was verified (RFC 9068).
 *
 * <p>The door is {@link org.vizgate.accesstoken.AccessTokens}. Whoever holds a
 * {@link org.vizgate.accesstoken.VerifiedAccessToken} holds the proof; there is no other way to make one. Domain: imports
 * ground packages and the application's types, knows no HTTP.
 *
 * <p>Meant, although it may look odd:
 *
 * <ul>
 *   <li>Every refusal has the same description for the client. Only the log learns what was wrong.
 *   <li>No clock skew is granted at the end of a token, only at its beginning: issuer and verifier are the same gate.
 *   <li>The memory's key hashes the last part of a token only. That part is its authentication tag, as random as a digest
 *       and 60 times shorter than the token; the whole token is compared afterwards.
 *   <li>The memory's hash has no secret salt. Only tokens that were verified get in, and nobody chooses the tag of a token
 *       that this gate made. Where unsigned tokens are accepted, a holder of the public key could choose tags, and would
 *       gain some slow comparisons at the price of one private RSA operation for each token that collides.
 *   <li>Whether a token is for the very resource that is called is the caller's question: one gate may guard several, and
 *       here a token for any of them will do.
 * </ul>
 */
@NullMarked
package org.vizgate.accesstoken;

import org.jspecify.annotations.NullMarked;
