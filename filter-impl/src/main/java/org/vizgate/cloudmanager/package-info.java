/**
 * Tableau Cloud Manager, as a client sees it: logins, sessions, and the configurations of unified access tokens.
 *
 * <p>The door is {@link org.vizgate.cloudmanager.OpenSession}. Whatever goes wrong is a
 * {@link org.vizgate.credential.TableauException}. Domain: imports {@code tableau}, which signs the JWTs, {@code outbound},
 * {@code json}, the application's types and the JDK.
 *
 * <p>Meant, although it may look odd:
 *
 * <ul>
 *   <li>Much of this API is not documented. Answers are read leniently therefore: an id in either of its two forms, a list
 *       with or without an object around it, any status of success. Verbs and paths are data
 *       ({@link org.vizgate.credential.CloudManagerMethod}), because some of them may be wrong.
 *   <li>The end of a session is counted by a clock that nobody sets, from the login on. Cloud Manager names an instant, but by
 *       its own clock, and ours may be wrong.
 *   <li>As with the REST API, messages show an error code and never the text of an answer.
 * </ul>
 */
@NullMarked
package org.vizgate.cloudmanager;

import org.jspecify.annotations.NullMarked;
