/**
 * Tableau's REST API, as far as it goes here: server info, the current session, sign-out and the workbooks of a site.
 *
 * <p>The door is {@link org.vizgate.standin.rest.RestApi}. A {@link org.vizgate.standin.rest.RestMethod} returns an
 * {@link org.vizgate.standin.rest.Answer} or throws a {@link org.vizgate.standin.rest.RestFault}; neither knows whether
 * the caller reads XML or JSON, which is decided and rendered in one place. A new method is one class and one line in
 * {@code RestApi}.
 *
 * <p>Meant, although it may look odd: every JSON member is text, numbers too, and a list without entries is an object
 * without members. Tableau's JSON is a translation of its XML.
 */
@NullMarked
package org.vizgate.standin.rest;

import org.jspecify.annotations.NullMarked;
