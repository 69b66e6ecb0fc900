/**
 * The application that the tests protect: plain servlets that tell what they see, a line for each fact. Only what is in the
 * package itself is in every WAR; the packages below it are added by the tests that are about them.
 */
@NullMarked
package org.vizgate.containers.app;

import org.jspecify.annotations.NullMarked;
