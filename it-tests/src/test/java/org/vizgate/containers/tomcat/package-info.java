/** What Arquillian's adapter does not set of a Tomcat. */
@NullMarked
package org.vizgate.containers.tomcat;

import org.jspecify.annotations.NullMarked;
