/** An application that looks at its own Java process. */
@NullMarked
package org.vizgate.containers.app.watched;

import org.jspecify.annotations.NullMarked;
