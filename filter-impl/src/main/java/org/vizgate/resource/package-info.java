/**
 * The gate itself: who is calling, may they do this, and which Tableau session goes with the request.
 *
 * <p>The door is {@link org.vizgate.resource.Gate}. Feature: imports the domain and ground.
 *
 * <p>What looks odd and is meant:
 * <ul>
 *   <li>A token comes in the {@code Authorization} header and nowhere else. One in the query is ignored, because it is in
 *       logs already; beside one in the header it is an error.
 *   <li>Where the gate has a Tableau session of its own, having none is 503 and never 401: the caller's token is good.
 *   <li>Where it is switched on, a Tableau session in a header of its own does instead of a token. In a cookie it never
 *       does: a browser sends those for any page. It counts for two days at most without Tableau's word.
 *   <li>Whether the Tableau session inside a token still lives is asked once per interval and token, by one caller, while
 *       the others go on with the last answer for one interval more. Tableau not answering is no answer: an authentic token
 *       goes on to its end, and Tableau is asked again after pauses that grow.
 *   <li>Whoever was let in is let in again without a question, until the first of all those answers is due. An
 *       {@link org.vizgate.resource.Admission} hangs on its token, so finding the token is finding the caller. Whatever this
 *       node learns meanwhile makes it look at all of them again, which is simpler than finding out whom it concerns, and
 *       costs each of them some microseconds once. While one holds, the whole filter takes 0.6 microseconds and 208 bytes for a
 *       known token (FilterBenchmark.warm; it-tests/README.md says where and when).
 *   <li>Of a token that is not signed, only the Tableau session is used: user and site are what Tableau says, and it is
 *       asked before anything else. Anybody with the public key can have written the rest, so such a token proves no client
 *       and no scope.
 *   <li>An {@code Origin} that is not ours is refused before the token is looked at, so that a page of a stranger learns
 *       nothing and a name server cannot make a browser call a program on its own computer.
 * </ul>
 */
@NullMarked
package org.vizgate.resource;

import org.jspecify.annotations.NullMarked;
