/**
 * The stand-in, seen from outside: every test talks HTTP to one that runs on loopback with a clock the test sets.
 *
 * <p>{@link org.vizgate.standin.Visitor} is the client and the browser; a test says only what is special about its call.
 */
@NullMarked
package org.vizgate.standin;

import org.jspecify.annotations.NullMarked;
