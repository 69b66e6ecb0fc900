/**
 * Jetty 12.1 for Arquillian. Of the published adapters none is for 12.1, and none gives a web application a fixed path, which an
 * issuer needs. Web applications of every Jakarta EE level are {@code ContextHandler}s there, so one adapter does for all.
 */
@NullMarked
package org.vizgate.containers.jetty;

import org.jspecify.annotations.NullMarked;
