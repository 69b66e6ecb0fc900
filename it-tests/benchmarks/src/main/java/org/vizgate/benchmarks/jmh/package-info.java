/**
 * What single steps cost, by JMH: one class for each comparison, so that what is compared is measured in one run; the slow ones
 * also by turns.
 */
@NullMarked
package org.vizgate.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
