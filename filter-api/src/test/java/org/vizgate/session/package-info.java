@NullMarked
package org.vizgate.session;

import org.jspecify.annotations.NullMarked;
