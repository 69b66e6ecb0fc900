/** An application with WebSocket endpoints. */
@NullMarked
package org.vizgate.containers.app.socket;

import org.jspecify.annotations.NullMarked;
