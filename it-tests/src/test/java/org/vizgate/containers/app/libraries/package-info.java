/** An application that tells where the container has found the gate's libraries. */
@NullMarked
package org.vizgate.containers.app.libraries;

import org.jspecify.annotations.NullMarked;
