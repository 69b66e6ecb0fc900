/**
 * How often one address may ask, how much work it may cause, and which address that is when proxies stand between.
 *
 * <p>The doors are {@link org.vizgate.limit.RateLimit}, {@link org.vizgate.limit.CostlyAttempts} and
 * {@link org.vizgate.limit.ClientAddresses}. Ground: imports {@code cache}, {@code protocol} and the JDK only.
 *
 * <p>Meant, although it may look odd:
 *
 * <ul>
 *   <li>Nothing here asks a name server: a text that is no address in its usual notation is none.
 *   <li>Whoever sent too many bad tokens is slowed down and not shut out: behind the same address there may be others.
 *   <li>What a header says is believed from its right end on, hop by hop, and never past the first sender that is not
 *       trusted; where it becomes unreadable, the last good hop counts. So nobody gets out of a limit by writing
 *       something.
 * </ul>
 */
@NullMarked
package org.vizgate.limit;

import org.jspecify.annotations.NullMarked;
