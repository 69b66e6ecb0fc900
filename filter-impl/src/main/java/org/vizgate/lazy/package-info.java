/**
 * What is made when it is first needed. Ground: imports the JDK only.
 *
 * <p>The door is {@link org.vizgate.lazy.Lazy}.
 */
@NullMarked
package org.vizgate.lazy;

import org.jspecify.annotations.NullMarked;
