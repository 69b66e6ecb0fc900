/**
 * An optional door for containers with Jakarta Security: they learn who is calling before they run filters.
 *
 * <p>Nothing in the jar refers to this package, and no bean is declared in it: the application extends the one class, or it
 * is never loaded. What is decided is decided by the gate itself; this only translates. Imports
 * {@code jakarta.security.enterprise} and the package {@code servlet}.
 */
@NullMarked
package org.vizgate.security;

import org.jspecify.annotations.NullMarked;
