/**
 * OAuth scopes as values: parsing, the text form, and which scope covers which.
 *
 * <p>A package of its own because callers, credentials and the token endpoint all speak of scopes.
 */
@NullMarked
package org.vizgate.scope;

import org.jspecify.annotations.NullMarked;
