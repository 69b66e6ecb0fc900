/**
 * What {@code java -jar} finds first in the WAR: one class that unpacks the launcher's jars and hands over to them.
 *
 * <p>It is packed at the root of the WAR, where the JVM looks for it, and not into {@code WEB-INF/classes}: a container
 * that deploys the WAR never loads it. Meant, although it may look odd: it reaches the launcher by reflection and speaks to
 * it in types of the JDK, because the two live in different class loaders. It imports nothing but the JDK.
 */
@NullMarked
package org.vizgate.sample.boot;

import org.jspecify.annotations.NullMarked;
