/**
 * Black-box tests of the gate in the containers that people have: Arquillian starts one, the tests deploy web applications with the
 * real jars, and speak to them over HTTP. The same tests run once for each container, in a Java process of their own.
 *
 * <p>Nothing of the gate is on the class path of these tests, because the embedded containers see it as their own.
 */
@NullMarked
package org.vizgate.containers;

import org.jspecify.annotations.NullMarked;
