/** An application with CDI, Jakarta Security, Jakarta REST and an enterprise bean. */
@NullMarked
package org.vizgate.containers.app.ee;

import org.jspecify.annotations.NullMarked;
