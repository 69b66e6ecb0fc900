/**
 * Black-box tests: the sample WAR runs as {@code java -jar} runs it, in a process of its own, and is spoken to by HTTP, by a
 * browser and by an MCP client. The Tableau stand-in runs in the process of the tests where a test pulls its levers.
 *
 * <p>R and A with a number name what a test proves: a requirement of the resource server or of the authorization server.
 */
@NullMarked
package org.vizgate.it;

import org.jspecify.annotations.NullMarked;
