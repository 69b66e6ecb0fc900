/**
 * Tableau's REST API, as far as it goes here: server info, sign-in with each kind of credential, switching sites, the
 * current session, sign-out and the workbooks of a site.
 *
 * <p>The door is {@link org.vizgate.standin.rest.RestApi}. A {@link org.vizgate.standin.rest.RestMethod} returns an
 * {@link org.vizgate.standin.rest.Answer} or throws a {@link org.vizgate.standin.rest.RestFault}; neither knows whether
 * the caller reads XML or JSON, which is decided and rendered in one place. A new method is one class and one line in
 * {@code RestApi}.
 *
 * <p>Meant, although it may look odd: every JSON member is text, numbers too, and a list without entries is an object
 * without members. Tableau's JSON is a translation of its XML. A session that lacks a scope is answered as if its token
 * were dead, because that is what Tableau does.
 *
 * <p>Not known of Tableau, and how it is here: a kind of credential that a version does not have yet is a bad request; a
 * body is XML unless it says it is JSON; sessions from JWTs cannot switch sites, because no scope is listed for it; and
 * switching to a site that is not there, not the user's, or in Tableau Cloud, is 401003.
 */
@NullMarked
package org.vizgate.standin.rest;

import org.jspecify.annotations.NullMarked;
