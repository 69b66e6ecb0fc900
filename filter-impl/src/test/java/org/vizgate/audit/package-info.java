@NullMarked
package org.vizgate.audit;

import org.jspecify.annotations.NullMarked;
