@NullMarked
package org.vizgate.status;

import org.jspecify.annotations.NullMarked;
