@NullMarked
package org.vizgate.metrics;

import org.jspecify.annotations.NullMarked;
