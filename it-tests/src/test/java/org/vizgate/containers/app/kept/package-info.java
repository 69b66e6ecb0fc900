/** An application that puts what it knows of its callers into their HTTP sessions. */
@NullMarked
package org.vizgate.containers.app.kept;

import org.jspecify.annotations.NullMarked;
