package org.vizgate.standin.credential;

import org.vizgate.standin.session.Access;

/**
 * What a credential proves.
 *
 * @param userName who: a sign-in name
 * @param access what a session that comes of it may do
 */
public record Identity(String userName, Access access) {}
