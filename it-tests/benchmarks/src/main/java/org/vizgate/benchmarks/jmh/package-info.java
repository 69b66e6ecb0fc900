/** What single steps cost, by JMH: one class for each comparison, so that what is compared is measured in one run. */
@NullMarked
package org.vizgate.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
