@NullMarked
package org.vizgate.credential;

import org.jspecify.annotations.NullMarked;
