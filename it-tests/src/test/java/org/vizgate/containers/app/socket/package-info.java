/** An application with a WebSocket endpoint. */
@NullMarked
package org.vizgate.containers.app.socket;

import org.jspecify.annotations.NullMarked;
