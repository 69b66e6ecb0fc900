/** What every command of the benchmarks is made of: its arguments, figures that were taken several times, and the machine. */
@NullMarked
package org.vizgate.benchmarks.command;

import org.jspecify.annotations.NullMarked;
