/**
 * Who is calling, and the Tableau session the call may use: what an application behind the gate reads.
 *
 * <p>The door is {@link org.vizgate.session.TableauCaller#of}. Code that cannot or will not compile against these types
 * (a JSP, another language on the JVM) reads the plain request attributes named in
 * {@link org.vizgate.session.RequestAttributes}.
 *
 * <p>Meant, although it may look odd: {@code TableauCaller} and {@code TableauSession} are interfaces with one hidden
 * implementation each, so that a dependency-injection container can put a proxy in front of them. This package imports
 * {@code jakarta.servlet} in one place, {@code TableauCaller}, and nothing of the filter.
 */
@NullMarked
package org.vizgate.session;

import org.jspecify.annotations.NullMarked;
