/** Tests of the sample's own code; the sample as a whole is tested from outside. */
@NullMarked
package org.vizgate.sample;

import org.jspecify.annotations.NullMarked;
