/** An application that registers the gate in code. */
@NullMarked
package org.vizgate.containers.app.added;

import org.jspecify.annotations.NullMarked;
