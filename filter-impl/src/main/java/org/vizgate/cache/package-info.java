/**
 * Bounded memory with expiry. The only importer of Caffeine.
 *
 * <p>The door is {@link org.vizgate.cache.BoundedCache}. Ground: imports {@code lazy} and the JDK only.
 *
 * <p>Meant, although it may look odd: maintenance runs on the thread that happens to call. Caffeine's usual executor is a
 * pool of the whole JVM, and a task left there would hold the class loader of a web application that is gone.
 */
@NullMarked
package org.vizgate.cache;

import org.jspecify.annotations.NullMarked;
