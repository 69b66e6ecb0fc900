/** Tests of the launcher's decisions; that it starts and stops is tested from outside. */
@NullMarked
package org.vizgate.sample.launcher;

import org.jspecify.annotations.NullMarked;
