/**
 * Which requests need nothing, and which need more than a valid token: the administrator's paths and rules, as pure
 * functions of a method, a path, and the call in a body of JSON-RPC.
 *
 * <p>The doors are {@link org.vizgate.access.PublicPaths} and {@link org.vizgate.access.ScopeRules}. Ground: imports
 * {@code org.vizgate.scope} and the JDK only.
 *
 * <p>Meant, although it may look odd: a path that two readers could understand differently (an encoded slash, a dot
 * segment, an empty segment) is never public and needs every scope of the rules. Refusing a harmless request is a
 * nuisance; disagreeing with the container about where a request goes is a hole. For the same reason a body that may be
 * read in two ways needs what any call to its URL may need.
 */
@NullMarked
package org.vizgate.access;

import org.jspecify.annotations.NullMarked;
