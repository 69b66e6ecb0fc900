/** An application that registers the gate by an annotation. */
@NullMarked
package org.vizgate.containers.app.subclass;

import org.jspecify.annotations.NullMarked;
