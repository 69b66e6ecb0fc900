/**
 * Tableau sessions: who holds which token, and until when.
 *
 * <p>The door is {@link org.vizgate.standin.session.Sessions}. It does not care how a session came about: sign-in with a
 * credential, the OAuth token endpoint and a browser's cookie all make the same kind of session, as in Tableau, where the
 * cookie's value is a token too. What it came from and what it may do is its {@link org.vizgate.standin.session.Access}.
 */
@NullMarked
package org.vizgate.standin.session;

import org.jspecify.annotations.NullMarked;
