/**
 * Runs the sample's WAR in an embedded Jetty, with a Tableau stand-in beside it when no Tableau is configured.
 *
 * <p>The door is {@link org.vizgate.sample.launcher.Launcher}. Everything here and everything it needs is packed under
 * {@code WEB-INF/launcher}; the web application never sees it, and knows the launcher only by its context parameters.
 *
 * <p>Meant, although it may look odd: {@code --set} becomes a system property of this JVM, because the process exists for this
 * one web application and a system property is what wins over the environment; what the launcher works out itself becomes a
 * context parameter, the weakest source, so that everything else overrides it. Whichever way {@code AUTH} was set, the
 * stand-in is made to fit, and what the gate needs to sign in there is filled in.
 */
@NullMarked
package org.vizgate.sample.launcher;

import org.jspecify.annotations.NullMarked;
