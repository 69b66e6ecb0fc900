/**
 * The token endpoint and revocation: how a code, then a refresh token, becomes an access token, and how all that ends.
 *
 * <p>The doors are the two endpoints. Feature: imports {@code client}, the domain and ground. Nothing here fetches anything
 * but Tableau's own tokens: the grant holds what must be known of the client.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>A code is spent last, after client, redirect URI, verifier and resource were checked, and the refresh grant is
 *       stored before it is spent: so whoever comes second finds the grant, and can end it.
 *   <li>Of many simultaneous redemptions with the right verifier one succeeds, and what it got is ended by the others: two
 *       parties hold the code and its verifier, and nobody can tell which one is the client (RFC 6749 section 4.1.2).
 *   <li>When Tableau refuses a refresh it is asked whether the session still lives. If it does, tokens are issued for the
 *       rest of its life and the user works on; if it does not, the grant ends. When Tableau is unreachable the user works
 *       on as well, or, with the session over, the answer is 503 and nothing was consumed.
 *   <li>Within the grace time a superseded refresh token answers with its own successor and a fresh access token, without
 *       asking Tableau: a lost answer and a second tab are ordinary, and must not look like theft.
 *   <li>An access token ends with the Tableau session inside it, and {@code expires_in} says so. Where the gate has sessions of
 *       its own, tokens hold none; the user's own grant is renewed at each refresh all the same, so that a user who was
 *       removed cannot go on.
 *   <li>The token endpoint reads a JSON object as well as a form: clients of the TypeScript peer send
 *       {@code client_credentials} so.
 * </ul>
 */
@NullMarked
package org.vizgate.token;

import org.jspecify.annotations.NullMarked;
