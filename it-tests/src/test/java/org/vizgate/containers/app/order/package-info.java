/** An application with a filter of its own, which tells whom it saw. */
@NullMarked
package org.vizgate.containers.app.order;

import org.jspecify.annotations.NullMarked;
