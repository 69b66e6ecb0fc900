/**
 * What the gate costs over HTTP. Servers and the client that loads them are processes of their own; the Tableau stand-in is in
 * this one. Everything is on loopback.
 *
 * <p>What is compared is started side by side and measured by turns, so that what else the machine does meets both.
 */
@NullMarked
package org.vizgate.benchmarks.load;

import org.jspecify.annotations.NullMarked;
