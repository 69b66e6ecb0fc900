/**
 * An optional door for applications with CDI: the caller and the session can be injected.
 *
 * <p>The CDI container finds the extension by its entry in {@code META-INF/services}; without CDI nobody looks there, and
 * nothing here is loaded. The jar has no {@code beans.xml} on purpose: an archive with an extension and without that file
 * is no bean archive, so no class of ours becomes a bean by accident. Imports {@code jakarta.enterprise},
 * {@code jakarta.servlet} for the request, and filter-api.
 */
@NullMarked
package org.vizgate.cdi;

import org.jspecify.annotations.NullMarked;
