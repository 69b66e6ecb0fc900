/** What cannot be seen from outside: tests that reach into the package of the same name. */
@NullMarked
package org.vizgate.standin.rest;

import org.jspecify.annotations.NullMarked;
