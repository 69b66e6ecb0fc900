/** An application that can be watched when it is gone. */
@NullMarked
package org.vizgate.containers.app.trace;

import org.jspecify.annotations.NullMarked;
