/**
 * What an administrator may read of a running gate: by HTTP ({@link org.vizgate.status.StatusEndpoint}) and by JMX
 * ({@link org.vizgate.status.GateMXBean}).
 *
 * <p>A feature: imports ground. The importer of {@code javax.management}, which a Java runtime may lack: only
 * {@link org.vizgate.status.Management} and what it makes use it, so nothing else needs it. Nothing can be changed here, and
 * there is no secret and no user in what is shown.
 */
@NullMarked
package org.vizgate.status;

import org.jspecify.annotations.NullMarked;
