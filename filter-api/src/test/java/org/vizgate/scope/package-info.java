@NullMarked
package org.vizgate.scope;

import org.jspecify.annotations.NullMarked;
