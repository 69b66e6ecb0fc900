/**
 * What the gate costs, measured: {@link org.vizgate.benchmarks.Benchmarks} is the program, each command of it a package
 * below or a class here. Nothing of this runs in a build, but for one short call of each benchmark that shows that it
 * still can.
 */
@NullMarked
package org.vizgate.benchmarks;

import org.jspecify.annotations.NullMarked;
