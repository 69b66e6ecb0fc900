/**
 * The HTTP the stand-in speaks: calls in, replies out, and the way from a path to its endpoint.
 *
 * <p>The door is {@link org.vizgate.standin.http.HttpDoor}, which turns an exchange of the JDK's server into a
 * {@link org.vizgate.standin.http.Call}, lets the {@link org.vizgate.standin.http.Router} answer it and writes the
 * {@link org.vizgate.standin.http.Reply}. An {@link org.vizgate.standin.http.Area} is a part of the address space with
 * its own manner of refusing: Tableau says 404 in one shape below {@code /api/} and in another elsewhere.
 *
 * <p>Nothing here knows Tableau or OAuth. Bodies, headers and queries are bounded, and what an endpoint throws is never
 * shown. Paths are compared as they were sent, without decoding: nothing a caller can spell in two ways.
 */
@NullMarked
package org.vizgate.standin.http;

import org.jspecify.annotations.NullMarked;
