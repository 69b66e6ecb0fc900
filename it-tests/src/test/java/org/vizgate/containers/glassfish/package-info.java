/**
 * GlassFish 7 for Arquillian, which has no adapter for it that is published: the server that one jar is, in a process of its own.
 */
@NullMarked
package org.vizgate.containers.glassfish;

import org.jspecify.annotations.NullMarked;
