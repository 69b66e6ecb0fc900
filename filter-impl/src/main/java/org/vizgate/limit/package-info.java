/**
 * How often one address may ask, and which address that is when proxies stand between.
 *
 * <p>The doors are {@link org.vizgate.limit.RateLimit} and {@link org.vizgate.limit.ClientAddresses}. Ground: imports
 * {@code cache} and the JDK only.
 *
 * <p>Meant, although it may look odd:
 *
 * <ul>
 *   <li>Nothing here asks a name server: a text that is no address in its usual notation is none.
 *   <li>What a header says is believed from its right end on, hop by hop, and never past the first sender that is not
 *       trusted; where it becomes unreadable, the last good hop counts. So nobody gets out of a limit by writing
 *       something.
 * </ul>
 */
@NullMarked
package org.vizgate.limit;

import org.jspecify.annotations.NullMarked;
