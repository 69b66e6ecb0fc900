@NullMarked
package org.vizgate.library;

import org.jspecify.annotations.NullMarked;
