/** An application whose code maps the gate to the end, after the filters of everybody else. */
@NullMarked
package org.vizgate.containers.app.last;

import org.jspecify.annotations.NullMarked;
