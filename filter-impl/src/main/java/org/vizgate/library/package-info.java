/**
 * What stands behind {@link org.vizgate.credential.TableauSignIn} and {@link org.vizgate.credential.CloudManagerSignIn}:
 * signing in from a program, without a gate and without a
 * servlet container.
 *
 * <p>An edge of its own beside {@code servlet}: it makes clocks, randomness and connections for as long as a session lives,
 * and puts the objects of {@code tableau} and {@code cloudmanager} together with them. Nothing here, nor below, loads a class of
 * {@code jakarta.servlet}. Nobody imports it; {@link java.util.ServiceLoader} finds it.
 */
@NullMarked
package org.vizgate.library;

import org.jspecify.annotations.NullMarked;
