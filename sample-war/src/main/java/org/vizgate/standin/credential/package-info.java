/**
 * What people and programs sign in with: passwords, personal access tokens, connected apps, unified access tokens.
 *
 * <p>The door is {@link org.vizgate.standin.credential.KnownCredentials}, which starts from the immutable
 * {@link org.vizgate.standin.credential.Credentials} and then changes with use. Whatever does not open is a
 * {@link org.vizgate.standin.credential.Refused}; nothing here knows what that looks like on the wire.
 *
 * <p>Not known of Tableau, and how it is here: clocks may not differ at all; a connected app's JWT is good once; a unified
 * access token's JWT is good as often as it is shown, until its {@code exp} or until its {@code jti} is revoked; RS256 is the
 * only algorithm of those; a connected app that lacks one of the scopes asked for refuses the whole sign-in, without a
 * number of its own. {@code https://tableau.com/issuerOverride} can be read in two ways, and both are accepted.
 */
@NullMarked
package org.vizgate.standin.credential;

import org.jspecify.annotations.NullMarked;
