@NullMarked
package org.vizgate.spi;

import org.jspecify.annotations.NullMarked;
