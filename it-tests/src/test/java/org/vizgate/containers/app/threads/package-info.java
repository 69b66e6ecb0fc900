/** An application that tells which thread serves it. */
@NullMarked
package org.vizgate.containers.app.threads;

import org.jspecify.annotations.NullMarked;
