/**
 * What makes the stand-in misbehave on purpose, and counts what it was asked.
 *
 * <p>The door is {@link org.vizgate.standin.control.StandInControl}, for tests in the same JVM. The same over HTTP, when it
 * was switched on, for callers on the loopback interface: each is a POST with a JSON object ({@code Content-Type:
 * application/json}, which no foreign web page can send without asking), answered with a JSON object.
 *
 * <ul>
 *   <li>{@code /control/fault} <code>{"path":"/api/**","kind":"slow","millis":500,"times":1}</code>: trouble at a path.
 *       {@code kind} is {@code slow}, {@code unavailable} (503), {@code too-many-requests} (429), {@code redirect} (with a
 *       {@code target} and a {@code status}, or else 301), {@code hang-up} (no answer at all), {@code html} (a page with
 *       status 200) or {@code empty-401}. Without {@code times} it lasts until the reset. {@code seconds} is the
 *       {@code Retry-After} of 503 and 429.
 *   <li>{@code /control/end-sessions} <code>{"token":"..."}</code> or <code>{"user":"name or LUID"}</code> or
 *       <code>{"all":true}</code>: ends sessions, the browsers' own too.
 *   <li>{@code /control/sessions} <code>{}</code> or <code>{"user":"name or LUID"}</code>: answers
 *       <code>{"sessions":2}</code>, the live ones.
 *   <li>{@code /control/revoke-pat} <code>{"name":"sample-token"}</code>: revokes a personal access token and ends its
 *       session.
 *   <li>{@code /control/refuse-refresh} <code>{"times":1}</code>: refuses the next refreshes.
 *   <li>{@code /control/old-refresh-tokens} <code>{"good":true}</code>: whether a refresh token still works after its
 *       successor was given out.
 *   <li>{@code /control/origin-host} <code>{"host":"elsewhere.example"}</code>: what the token endpoint says.
 *   <li>{@code /control/calls} <code>{"path":"/api/*&#47;sessions/current"}</code>: answers
 *       <code>{"calls":3}</code>.
 *   <li>{@code /control/reset} <code>{}</code>: as if just started.
 * </ul>
 *
 * <p>In a path, {@code *} stands for one segment and {@code **} for the rest. Calls to {@code /control/} are neither
 * counted nor troubled.
 */
@NullMarked
package org.vizgate.standin.control;

import org.jspecify.annotations.NullMarked;
